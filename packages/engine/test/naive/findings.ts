import type { Calendar } from '../../src/document/clinic.js';
import type { DateOrTime, Recurring } from '../../src/recurrence/event.js';
import { type Clock, clockOf, dateOfWall } from './clock.js';
import { closedDates } from './closures.js';
import type { NaivePlan } from './model.js';
import { type Dates, floatingStarts, wallOf } from './occurrences.js';
import { gridOf, type Period } from './periods.js';
import type { Range } from './range.js';
import { scheduleConflicts } from './scheduleConflicts.js';
import { dateText, windowsOf } from './windows.js';

/** What a finding is about, and times of day that its message has to name. */
export interface NaiveFinding extends Range {
  readonly code: string;
  readonly ids: readonly string[];
  readonly named: readonly string[];
}

/** Semantics 7, the kinds that are about what the document says: each by asking every date and minute. */
export function naiveFindings(calendar: Calendar, plan: NaivePlan): readonly NaiveFinding[] {
  const clock = clockOf(calendar.timezone);
  return [
    ...plan.days.flatMap(({ untilMidnight }) =>
      untilMidnight.flatMap((period) => lostSlots(calendar, period, clock)),
    ),
    ...shiftedGrids(calendar, plan),
    ...overridesNotClosed(calendar, plan, clock),
    ...scheduleConflicts(calendar, plan, clock),
    ...[...calendar.schedules, ...calendar.breaks].flatMap((event) => [
      ...exdatesWithoutEffect(event, plan, clock),
      ...startNotInRule(event, plan, clock),
    ]),
  ];
}

function idsOf(calendar: Calendar, services: ReadonlySet<string>): readonly string[] {
  return calendar.services
    .filter(({ addressServiceId }) => services.has(addressServiceId))
    .map(({ id }) => id);
}

function lostSlots(calendar: Calendar, period: Period, clock: Clock): readonly NaiveFinding[] {
  const services = new Set<string>();
  const named = new Set<string>();
  for (let start = period.start; start < period.end; start += gridOf(period)) {
    for (const { id, duration } of period.services) {
      if (start + duration !== period.end) continue;
      services.add(id);
      named.add(clock.iso(start).slice(11, 16));
    }
  }
  if (services.size === 0) return [];
  const { start, end } = period;
  const ids = idsOf(calendar, services);
  return [{ code: 'midnight-slot-lost', start, end, ids, named: [...named] }];
}

function shiftedGrids(calendar: Calendar, { days }: NaivePlan): readonly NaiveFinding[] {
  const periods = days.flatMap(({ base }) => base);
  return periods.flatMap((first) =>
    periods
      .filter(({ start }) => start === first.end)
      .flatMap((second): NaiveFinding[] => {
        const { start, end } = second;
        let point = first.start;
        while (point < start) point += gridOf(first);
        const both = first.services.filter(({ id }) => second.services.some((s) => s.id === id));
        if (point === start || both.length === 0) return [];
        const ids = idsOf(calendar, new Set(both.map(({ id }) => id)));
        return [{ code: 'grid-shifted', start, end, ids, named: [] }];
      }),
  );
}

function overridesNotClosed(
  calendar: Calendar,
  { from, through, days }: NaivePlan,
  clock: Clock,
): readonly NaiveFinding[] {
  const dates: Dates = { from, through };
  const closed = closedDates(calendar, dates, clock);
  const windows = windowsOf(calendar, dates, clock);
  return days.flatMap(({ date }): NaiveFinding[] => {
    const isEmpty = calendar.overrides.some(
      (each) => each.from <= date && date <= each.through && each.windows.length === 0,
    );
    if (!isEmpty || closed.has(date)) return [];
    const day = { start: clock.startOf(date), end: clock.startOf(date + 1) };
    const sources = new Set<string>();
    let end = day.start;
    for (let minute = day.start; minute < day.end; minute++) {
      for (const window of windows) {
        if (window.date >= date || minute < window.start || minute >= window.end) continue;
        sources.add(window.source);
        end = minute + 1;
      }
    }
    if (sources.size === 0) return [];
    const inOrder = calendar.schedules.map(({ id }) => id).filter((id) => sources.has(id));
    const ids = [...new Set([dateText(date), ...inOrder, ...sources])];
    return [{ code: 'override-not-closed', start: day.start, end, ids, named: [] }];
  });
}

interface Event extends Recurring {
  readonly id: string;
}

function dateOf(exdate: DateOrTime): number {
  return exdate.kind === 'date' ? exdate.date : dateOfWall(exdate.wall);
}

function aboutDate(code: string, date: number, id: string, clock: Clock): NaiveFinding {
  return {
    code,
    start: clock.startOf(date),
    end: clock.startOf(date + 1),
    ids: [id],
    named: [],
  };
}

function exdatesWithoutEffect(
  event: Event,
  { from }: NaivePlan,
  clock: Clock,
): readonly NaiveFinding[] {
  return event.exdates
    .filter((exdate) => dateOf(exdate) >= from)
    .filter((exdate) => {
      const starts = floatingStarts({ ...event, exdates: [] }, dateOf(exdate), clock);
      const left = floatingStarts({ ...event, exdates: [exdate] }, dateOf(exdate), clock);
      return starts.length === left.length;
    })
    .map((exdate) => aboutDate('exdate-without-effect', dateOf(exdate), event.id, clock));
}

function startNotInRule(event: Event, { from }: NaivePlan, clock: Clock): readonly NaiveFinding[] {
  const date = dateOfWall(wallOf(event.start, clock));
  if (event.rrule === undefined || date < from) return [];
  const starts = floatingStarts({ ...event, exdates: [] }, date, clock);
  if (starts.some((wall) => dateOfWall(wall) === date)) return [];
  return [aboutDate('start-not-in-rule', date, event.id, clock)];
}
