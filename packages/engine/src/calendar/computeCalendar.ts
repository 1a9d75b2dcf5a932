import type { Calendar } from '../document/clinic.js';
import { sortedByStart } from '../interval/sort.js';
import { type Horizon, withinReach } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { serviceAvailability } from './availability.js';
import { blockedTime, bookedTimes, breaksToSend } from './blocked.js';
import type { ComputedCalendar, DetailedCalendar } from './computedCalendar.js';
import { slotsFrom, slotsOf } from './slots.js';
import { unbookedCalendar } from './unbookedCalendar.js';
import { publishedPeriods } from './workPeriods.js';

/**
 * Computes one calendar: work periods, slots and breaks to send. The horizon is cut at the last local date
 * that ends by 84 days after `now`. It takes any parsed calendar, so it cannot fail; what a clinic should
 * know about it comes from `computeDocument`.
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
): ComputedCalendar {
  return withoutDetail(detailedCalendar(calendar, requested, now));
}

/** Lets go of what only findings need. */
export function withoutDetail(detailed: DetailedCalendar): ComputedCalendar {
  const { calendar, now, horizon, dates, basePeriods, workPeriods } = detailed;
  const { slots, blocked, breaksToSend } = detailed;
  return { calendar, now, horizon, dates, basePeriods, workPeriods, slots, blocked, breaksToSend };
}

/** Takes a calendar all the way from its rules to its slots. The one place where the steps meet. */
export function detailedCalendar(
  calendar: Calendar,
  requested: Horizon,
  now: Instant,
): DetailedCalendar {
  const zone = zoneOf(calendar.timezone);
  const horizon = withinReach(requested, zone, now);
  const unbooked = unbookedCalendar(calendar, zone, horizon);
  const { span, windows, basePeriods, breaks } = unbooked;
  const { booked, visits } = bookedTimes(calendar, span);
  const blocked = sortedByStart(breaks.concat(booked));
  const { all, carved } = blockedTime(blocked);
  const workPeriods = publishedPeriods(basePeriods, carved);
  // What is carved out of work periods shows the same as if it were hidden.
  const freeSlots = slotsOf(basePeriods, all);
  return {
    ...unbooked,
    calendar,
    now,
    horizon,
    availability: serviceAvailability(windows),
    workPeriods,
    freeSlots,
    slots: slotsFrom(freeSlots, now),
    blocked,
    blockedTime: all,
    visits,
    breaksToSend: breaksToSend(blocked, workPeriods),
  };
}
