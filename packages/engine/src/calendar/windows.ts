import type { Calendar, OverrideWindow } from '../document/clinic.js';
import { MAX_OCCURRENCE_DAYS } from '../document/limits.js';
import type { Interval } from '../interval/interval.js';
import { sortedByStart } from '../interval/sort.js';
import { type Occurrence, occurrences } from '../recurrence/occurrences.js';
import { formatDate } from '../time/date.js';
import type { Horizon } from '../time/horizon.js';
import { dateOf, type Instant, type LocalDate, plus, wallAt } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import { type Template, templateMaker } from './template.js';

/** A stretch of time in which one schedule, or one override, offers its services. */
export interface Window extends Interval<Instant> {
  /** What it offers. */
  readonly template: Template;
}

/** A window whose start or end does not exist, or occurs twice, on its date. */
export interface OddWindow {
  readonly source: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly bound: 'gap' | 'fold';
}

export interface Windows {
  /** Sorted by start, clipped to the horizon. */
  readonly windows: readonly Window[];
  readonly odd: readonly OddWindow[];
  /** Schedules that have no occurrence in the horizon. */
  readonly emptySchedules: readonly string[];
}

/** The windows of a calendar: its schedules' occurrences, with the overrides in place of theirs. */
export function windowsOf(
  calendar: Calendar,
  zone: Zone,
  horizon: Horizon,
  span: Interval<Instant>,
): Windows {
  const templateOf = templateMaker(calendar);
  const overrides = overridesByDate(calendar, span, zone);
  const windows: Window[] = [];
  const odd: OddWindow[] = [];
  const emptySchedules: string[] = [];

  const add = (template: Template, { start, end, startKind, endKind }: Placement): void => {
    if (start >= span.end || end <= span.start) return;
    for (const bound of ['gap', 'fold'] as const) {
      if (startKind === bound || endKind === bound) {
        odd.push({ source: template.source, start, end, bound });
      }
    }
    if (start >= end) return;
    windows.push({
      start: start < span.start ? span.start : start,
      end: end > span.end ? span.end : end,
      template,
    });
  };

  for (const schedule of calendar.schedules) {
    const template = templateOf(schedule.id, schedule);
    const found = occurrences(schedule, zone, horizon);
    if (!found.some(({ start, end }) => start < span.end && end > span.start)) {
      emptySchedules.push(schedule.id);
    }
    for (const occurrence of found) {
      if (!overrides.has(occurrence.date)) add(template, occurrence);
    }
  }
  for (const [date, own] of overrides) {
    for (const window of own) {
      const start = zone.place(wallAt(date, window.start));
      const end = zone.place(wallAt(date, window.end));
      add(templateOf(formatDate(date), window), {
        start: start.instant,
        end: end.instant,
        startKind: start.kind,
        endKind: end.kind,
      });
    }
  }
  return { windows: sortedByStart(windows), odd, emptySchedules };
}

type Placement = Omit<Occurrence, 'date'>;

/** The windows of each overridden date that may have to do with the span, in the order of the document. */
function overridesByDate(
  { overrides }: Calendar,
  span: Interval<Instant>,
  zone: Zone,
): ReadonlyMap<LocalDate, readonly OverrideWindow[]> {
  const byDate = new Map<LocalDate, readonly OverrideWindow[]>();
  const first = plus(dateOf(zone.toWall(span.start)), -MAX_OCCURRENCE_DAYS);
  const last = dateOf(zone.toWall(span.end));
  for (const { from, through, windows } of overrides) {
    for (
      let date = from > first ? from : first;
      date <= through && date <= last;
      date = plus(date, 1)
    ) {
      byDate.set(date, windows);
    }
  }
  return byDate;
}
