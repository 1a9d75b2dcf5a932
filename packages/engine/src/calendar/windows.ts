import type { Calendar, Override } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import { firstEndingAfter } from '../interval/set.js';
import { sortedByStart } from '../interval/sort.js';
import { type Occurrence, occurrences } from '../recurrence/occurrences.js';
import { formatDate } from '../time/date.js';
import type { Horizon } from '../time/horizon.js';
import { type Instant, type LocalDate, plus, wallAt } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import { type Template, templateMaker } from './template.js';

/** A stretch of time in which one schedule, or one override, offers its services. */
export interface Window extends Interval<Instant> {
  /** What it offers. */
  readonly template: Template;
}

/** An occurrence of a schedule, or a window of an override, as it lies in the zone: not clipped, maybe reversed. */
export interface PlacedWindow extends Occurrence {
  readonly template: Template;
  /** True if an override has other windows in its place. */
  readonly replaced: boolean;
}

/** What ends where the horizon starts can be of a date before; a zone may skip a whole date besides. */
const DATES_BEFORE = 2;

/** The dates to expand, so that nothing is missed that touches the dates of a horizon. */
export function datesToExpand({ from, through }: Horizon): Horizon {
  return { from: plus(from, -DATES_BEFORE), through };
}

/** True if what was placed overlaps the span or ends where it starts; what is reversed is turned around. */
export function touches(
  { start, end }: { readonly start: Instant; readonly end: Instant },
  span: Interval<Instant>,
): boolean {
  const first = start < end ? start : end;
  const last = start < end ? end : start;
  return first < span.end && last >= span.start;
}

/** The windows of a calendar that touch the span: its schedules' occurrences, and those of its overrides. */
export function placedWindows(
  calendar: Calendar,
  zone: Zone,
  horizon: Horizon,
  span: Interval<Instant>,
): readonly PlacedWindow[] {
  const templateOf = templateMaker(calendar);
  const overrideOn = overrideFinder(calendar);
  const dates = datesToExpand(horizon);
  const placed: PlacedWindow[] = [];
  for (const schedule of calendar.schedules) {
    const template = templateOf(schedule.id, schedule);
    for (const { date, start, end, startKind, endKind } of occurrences(schedule, zone, dates)) {
      if (!touches({ start, end }, span)) continue;
      const replaced = overrideOn(date) !== undefined;
      placed.push({ date, start, end, startKind, endKind, template, replaced });
    }
  }
  for (const { from, through, windows } of calendar.overrides) {
    const last = through < dates.through ? through : dates.through;
    for (let date = from > dates.from ? from : dates.from; date <= last; date = plus(date, 1)) {
      for (const window of windows) {
        const template = templateOf(formatDate(date), window);
        const { instant: start, kind: startKind } = zone.place(wallAt(date, window.start));
        const { instant: end, kind: endKind } = zone.place(wallAt(date, window.end));
        if (!touches({ start, end }, span)) continue;
        placed.push({ date, start, end, startKind, endKind, template, replaced: false });
      }
    }
  }
  return placed;
}

/** Those that count, sorted by start and clipped to the span. */
export function windowsWithin(
  placed: readonly PlacedWindow[],
  span: Interval<Instant>,
): readonly Window[] {
  const windows: Window[] = [];
  for (const { start, end, template, replaced } of placed) {
    if (replaced || start >= end || end <= span.start) continue;
    windows.push({
      start: start < span.start ? span.start : start,
      end: end > span.end ? span.end : end,
      template,
    });
  }
  return sortedByStart(windows);
}

/** Finds the override of a date; a document has at most one for each. */
export function overrideFinder({
  overrides,
}: Pick<Calendar, 'overrides'>): (date: LocalDate) => Override | undefined {
  const sorted = sortedByStart(
    overrides.map((override) => ({
      start: override.from,
      end: plus(override.through, 1),
      override,
    })),
  );
  return (date) => {
    const found = firstEndingAfter(sorted, date);
    return found !== undefined && found.start <= date ? found.override : undefined;
  };
}
