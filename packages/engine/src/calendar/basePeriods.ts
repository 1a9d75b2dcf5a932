import type { DateSpan } from '../time/horizon.js';
import { plus } from '../time/units.js';
import { configurationMaker, type WorkPeriod } from './configuration.js';
import { type DayPeriod, type DayWindow, dayPeriods } from './dayPeriods.js';
import type { Window } from './windows.js';

/**
 * The base periods of a calendar: what its windows, sorted by start, offer, blocked time not yet
 * considered. Sorted, never overlapping, each within one local date and at the latest until the minute
 * before the next date starts (23:59), because Docplanner wants start and end on the same local date.
 *
 * Clinics repeat themselves: dates with the same windows share one computation.
 *
 * @example
 * const dates = dateSpans(zoneOf(calendar.timezone), monday);
 * const services = [{ addressServiceId: '7', duration: 30, order: 0 }];
 * const template = { source: 'day', rank: 0, services, insurance: undefined };
 * const [period] = basePeriods([{ start: dates[0].start, end: dates[0].end, template }], dates);
 * period.end - period.start // => 1439
 */
export function basePeriods(
  windows: readonly Window[],
  spans: readonly DateSpan[],
): readonly WorkPeriod[] {
  return periodsOf(windows, spans, LAST_MINUTE);
}

/** What the base periods would be if a period could end where the next date starts. */
export function periodsThroughMidnight(
  windows: readonly Window[],
  spans: readonly DateSpan[],
): readonly WorkPeriod[] {
  return periodsOf(windows, spans, 0);
}

/** Minutes at the end of each date that are never published. */
const LAST_MINUTE = 1;

function periodsOf(
  windows: readonly Window[],
  spans: readonly DateSpan[],
  unpublished: number,
): readonly WorkPeriod[] {
  const periodsOfDay = dayPeriodFinder();
  const byDate = windowsByDate(windows, spans, unpublished);
  const found: WorkPeriod[] = [];
  spans.forEach((span, index) => {
    for (const { start, end, configuration } of periodsOfDay(byDate[index] ?? [])) {
      found.push({ start: plus(span.start, start), end: plus(span.start, end), configuration });
    }
  });
  return found;
}

/** `dayPeriods`, remembering those of windows that it was asked about before. */
function dayPeriodFinder(): (windows: readonly DayWindow[]) => readonly DayPeriod[] {
  const configurationOf = configurationMaker();
  const known: { windows: readonly DayWindow[]; periods: readonly DayPeriod[] }[] = [];
  return (windows) => {
    for (const each of known) if (areEqual(each.windows, windows)) return each.periods;
    const periods = dayPeriods(windows, configurationOf);
    known.push({ windows, periods });
    return periods;
  };
}

function areEqual(one: readonly DayWindow[], other: readonly DayWindow[]): boolean {
  if (one.length !== other.length) return false;
  let index = 0;
  for (const { start, end, template } of one) {
    const same = other[index];
    if (same?.start !== start || same.end !== end || same.template !== template) return false;
    index += 1;
  }
  return true;
}

/** Cuts windows, sorted by start, so many minutes before the end of each date. */
function windowsByDate(
  windows: readonly Window[],
  spans: readonly DateSpan[],
  unpublished: number,
): readonly (readonly DayWindow[])[] {
  const byDate = spans.map((): DayWindow[] => []);
  let first = 0;
  for (const window of windows) {
    while ((spans[first]?.end ?? Number.POSITIVE_INFINITY) <= window.start) first += 1;
    for (let index = first; ; index += 1) {
      const span = spans[index];
      if (span === undefined || span.start >= window.end) break;
      const start = Math.max(window.start, span.start) - span.start;
      const end = Math.min(window.end, span.end - unpublished) - span.start;
      if (start < end) byDate[index]?.push({ start, end, template: window.template });
    }
  }
  return byDate;
}
