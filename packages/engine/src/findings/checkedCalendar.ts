import type { Blocked } from '../calendar/blocked.js';
import { calendarFacts } from '../calendar/computeCalendar.js';
import type { CalendarFacts } from '../calendar/computedCalendar.js';
import type { WorkPeriod } from '../calendar/configuration.js';
import type { Slot } from '../calendar/slots.js';
import type { Calendar } from '../document/clinic.js';
import type { DateSpan, Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import { calendarFindings } from './calendarFindings.js';
import type { Finding } from './finding.js';

/** A calendar computed over a horizon: plain values, instants in minutes since the epoch. */
export interface CalendarResult {
  readonly calendar: Calendar;
  /** As far as Docplanner takes slots; empty (`through` before `from`) if it starts beyond that. */
  readonly horizon: Horizon;
  /** The local dates of the horizon that exist, with their first instants. */
  readonly dates: readonly DateSpan[];
  /** What the schedules offer, blocked time not considered. */
  readonly basePeriods: readonly WorkPeriod[];
  /** What is sent: base periods less carved time. */
  readonly workPeriods: readonly WorkPeriod[];
  /** What patients see. */
  readonly slots: readonly Slot[];
  /** Breaks and active bookings that overlap the horizon, sorted by start. */
  readonly blocked: readonly Blocked[];
  /** Those of them for the breaks endpoint. */
  readonly breaksToSend: readonly Blocked[];
  readonly findings: readonly Finding[];
}

/**
 * Computes one calendar: work periods, slots, breaks to send and findings. The horizon is cut at the
 * last local date that ends by 84 days after `now`. It takes any parsed calendar, so it cannot fail;
 * findings that concern two calendars come from `computeDocument`.
 *
 * Law: the same calendar, horizon and `now` give the same result, whatever the process's clock,
 * time zone and locale.
 *
 * @example
 * const { basePeriods, workPeriods, slots } = computeCalendar(calendar, monday, now);
 * basePeriods.length // => 1
 * workPeriods.length // => 2
 * slots.map(({ start }) => instantFormatter(zoneOf(calendar.timezone))(start))
 * // => ['2026-10-05T09:00:00+02:00', '2026-10-05T10:00:00+02:00']
 */
export function computeCalendar(
  calendar: Calendar,
  requested: Horizon,
  now: Instant,
): CalendarResult {
  const facts = calendarFacts(calendar, requested, now);
  return calendarResult(facts, calendarFindings(facts, requested));
}

export function calendarResult(facts: CalendarFacts, findings: readonly Finding[]): CalendarResult {
  const { calendar, horizon, dates, basePeriods, workPeriods, slots, blocked, breaksToSend } =
    facts;
  return {
    calendar,
    horizon,
    dates,
    basePeriods,
    workPeriods,
    slots,
    blocked,
    breaksToSend,
    findings,
  };
}
