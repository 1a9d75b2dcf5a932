import type { Blocked } from '../calendar/blocked.js';
import { gridPointFrom, type WorkPeriod } from '../calendar/configuration.js';
import type { PublishedService } from '../calendar/template.js';
import type { Calendar } from '../document/clinic.js';
import { overlaps } from '../interval/interval.js';
import { firstEndingAfter } from '../interval/set.js';
import type { DateSpan } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';

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
  | {
      readonly type: 'does-not-fit';
      readonly period: WorkPeriod;
      readonly duration: number;
      /** Minutes until the work period ends. */
      readonly room: number;
    }
  | { readonly type: 'blocked'; readonly by: Blocked; readonly duration: number };

/** The part of a computed calendar that an explanation looks at. */
export interface Explainable {
  /** The document of it. */
  readonly calendar: Calendar;
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
 * Law: it is `bookable` exactly where the calendar has a slot that lists the service.
 *
 * @example
 * const result = computeCalendar(calendar, monday, now);
 * const booked = result.blocked[0].start;
 * explain(result, booked, '7').type // => 'blocked'
 * explain(result, booked, 'another').type // => 'service-not-offered'
 */
export function explain(
  { calendar, dates, basePeriods, blocked }: Explainable,
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
  const { duration } = shortest;
  const visit = { start: at, end: plus(at, duration) };
  if (visit.end > period.end) {
    return { type: 'does-not-fit', period, duration, room: period.end - at };
  }
  const by = blocked.find((time) => overlaps(time, visit));
  if (by !== undefined) return { type: 'blocked', by, duration };
  return { type: 'bookable', until: visit.end };
}

function shortestOf(services: readonly PublishedService[]): PublishedService | undefined {
  const [first, ...others] = services;
  if (first === undefined) return undefined;
  return others.reduce((a, b) => (b.duration < a.duration ? b : a), first);
}

function whyNotOpen(calendar: Calendar, { date }: DateSpan): Explanation {
  const closure = calendar.closures.find(({ from, through }) => from <= date && date <= through);
  if (closure !== undefined) return { type: 'closed', reason: closure.reason };
  const override = calendar.overrides.find(({ from, through }) => from <= date && date <= through);
  if (override !== undefined && override.windows.length === 0) {
    return { type: 'closed', reason: undefined };
  }
  return { type: 'outside-hours' };
}
