import type { Blocked } from '../calendar/blocked.js';
import { closureDates } from '../calendar/closures.js';
import { gridPointFrom, type WorkPeriod } from '../calendar/configuration.js';
import type { PublishedService } from '../calendar/template.js';
import type { Calendar } from '../document/clinic.js';
import { type Interval, overlaps } from '../interval/interval.js';
import { firstEndingAfter } from '../interval/set.js';
import type { DateSpan } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';

/** Why a patient can or cannot book a service at an instant. */
export type Explanation =
  | { readonly type: 'bookable'; readonly until: Instant }
  | { readonly type: 'outside-horizon' }
  | { readonly type: 'closed'; readonly reason: string | undefined }
  | { readonly type: 'outside-hours' }
  | { readonly type: 'service-not-offered'; readonly period: WorkPeriod }
  | {
      readonly type: 'off-grid';
      readonly period: WorkPeriod;
      readonly previous: Instant;
      /** Absent where the grid ends before it. */
      readonly next: Instant | undefined;
    }
  /** The start is before `now`. */
  | { readonly type: 'over' }
  | {
      readonly type: 'does-not-fit';
      readonly period: WorkPeriod;
      readonly duration: number;
      /** Minutes until the work period ends. */
      readonly room: number;
    }
  | { readonly type: 'blocked'; readonly by: Obstacle; readonly duration: number };

/** A break, a booking, or the buffer of its service after a booking. */
export interface Obstacle extends Interval<Instant> {
  /** Which of them it is. */
  readonly kind: 'break' | 'booking' | 'buffer';
  /** The break's id or the booking's. */
  readonly id: string;
}

/** The part of a computed calendar that an explanation looks at. */
export interface Explainable {
  /** The document of it. */
  readonly calendar: Calendar;
  /** The time as of which it was computed. */
  readonly now: Instant;
  /** The dates that were computed. */
  readonly dates: readonly DateSpan[];
  /** What its schedules offer. */
  readonly basePeriods: readonly WorkPeriod[];
  /** What blocks them. */
  readonly blocked: readonly Blocked[];
}

/**
 * Says why a service can or cannot be booked at an instant; without a service, any service counts.
 * A service that the calendar does not have is not offered.
 *
 * Where several reasons hold, the first counts of: it is over, a break, a booking, a booking's buffer, it
 * does not fit.
 *
 * Law: it is `bookable` exactly where the calendar has a slot that lists the service.
 *
 * @example
 * const result = computeCalendar(calendar, monday, now);
 * const booked = result.blocked[0].start;
 * explain(result, booked, '7').type // => 'blocked'
 * explain(result, booked, 'another').type // => 'service-not-offered'
 */
export function explain(
  { calendar, now, dates, basePeriods, blocked }: Explainable,
  at: Instant,
  service: string | undefined,
): Explanation {
  const date = firstEndingAfter(dates, at);
  if (date === undefined || at < date.start) return { type: 'outside-horizon' };
  const period = firstEndingAfter(basePeriods, at);
  if (period === undefined || at < period.start) return whyNotOpen(calendar, date);

  const { services, cell } = period.configuration;
  const candidates = services.filter(
    ({ addressServiceId }) => service === undefined || addressServiceId === service,
  );
  const shortest = shortestOf(candidates);
  if (shortest === undefined) return { type: 'service-not-offered', period };
  if ((at - period.start) % cell !== 0) {
    const next = plus(period.start, gridPointFrom(period, cell, at));
    return {
      type: 'off-grid',
      period,
      previous: plus(next, -cell),
      next: next < period.end ? next : undefined,
    };
  }
  if (at < now) return { type: 'over' };
  const { duration } = shortest;
  const end = plus(at, duration);
  const within = { start: at, end: end < period.end ? end : period.end };
  const by = obstacleIn(within, blocked);
  if (by !== undefined) return { type: 'blocked', by, duration };
  if (end > period.end) return { type: 'does-not-fit', period, duration, room: period.end - at };
  return { type: 'bookable', until: end };
}

const OBSTACLES = ['break', 'booking', 'buffer'] as const;

/** What takes some of a visit's time: a break before a booking, a booking before a buffer. */
function obstacleIn(visit: Interval<Instant>, blocked: readonly Blocked[]): Obstacle | undefined {
  const obstacles = blocked
    .filter((time) => overlaps(time, visit))
    .flatMap((time): Obstacle[] => {
      const { start, end } = time;
      const { id } = time.source;
      if (time.kind === 'break') return [{ kind: 'break', id, start, end }];
      const bufferStart = time.source.end;
      return [
        { kind: 'booking', id, start, end: bufferStart },
        { kind: 'buffer', id, start: bufferStart, end },
      ];
    })
    .filter((time) => time.start < time.end && overlaps(time, visit));
  for (const kind of OBSTACLES) {
    const found = obstacles.find((each) => each.kind === kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shortestOf(services: readonly PublishedService[]): PublishedService | undefined {
  const [first, ...others] = services;
  if (first === undefined) return undefined;
  return others.reduce((a, b) => (b.duration < a.duration ? b : a), first);
}

function whyNotOpen(calendar: Calendar, { date }: DateSpan): Explanation {
  const zone = zoneOf(calendar.timezone);
  const closure = calendar.closures.find((each) =>
    closureDates(each, zone, { from: date, through: date }).some(
      ({ from, through }) => from <= date && date <= through,
    ),
  );
  if (closure !== undefined) return { type: 'closed', reason: closure.reason };
  const override = calendar.overrides.find(({ from, through }) => from <= date && date <= through);
  if (override !== undefined && override.windows.length === 0) {
    return { type: 'closed', reason: undefined };
  }
  return { type: 'outside-hours' };
}
