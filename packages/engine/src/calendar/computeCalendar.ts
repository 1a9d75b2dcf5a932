import type { Calendar } from '../document/clinic.js';
import { mergedByStart, sortedByStart } from '../interval/sort.js';
import { type Horizon, withinReach } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { serviceAvailability } from './availability.js';
import { type Blocked, blockedTime, bookedTimes, breaksToSend, visitsWithin } from './blocked.js';
import type { CalendarSteps, ComputedCalendar, DetailedCalendar } from './computedCalendar.js';
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
  return withoutDetail(calendarSteps(calendar, requested, now));
}

/** Lets go of what only findings need. */
export function withoutDetail(steps: CalendarSteps): ComputedCalendar {
  const { calendar, now, horizon, dates, basePeriods, workPeriods } = steps;
  const { slots, blocked, breaksToSend } = steps;
  return { calendar, now, horizon, dates, basePeriods, workPeriods, slots, blocked, breaksToSend };
}

/** A computed calendar with all that its findings are made of. */
export function detailedCalendar(
  calendar: Calendar,
  requested: Horizon,
  now: Instant,
): DetailedCalendar {
  const steps = calendarSteps(calendar, requested, now);
  const { windows, span } = steps;
  return {
    ...steps,
    availability: serviceAvailability(windows),
    visits: visitsWithin(calendar, span),
  };
}

/** Takes a calendar all the way from its rules to its slots. The one place where the steps meet. */
function calendarSteps(calendar: Calendar, requested: Horizon, now: Instant): CalendarSteps {
  const zone = zoneOf(calendar.timezone);
  const horizon = withinReach(requested, zone, now);
  const unbooked = unbookedCalendar(calendar, zone, horizon);
  const { span, basePeriods, breaks } = unbooked;
  const booked = bookedTimes(calendar, span);
  const blocked = mergedByStart<Blocked>(breaks, sortedByStart(booked));
  const { all, carved } = blockedTime(blocked);
  const workPeriods = publishedPeriods(basePeriods, carved);
  // What is carved out of work periods shows the same as if it were hidden.
  const freeSlots = slotsOf(basePeriods, all);
  return {
    ...unbooked,
    calendar,
    now,
    horizon,
    workPeriods,
    freeSlots,
    slots: slotsFrom(freeSlots, now),
    blocked,
    blockedTime: all,
    breaksToSend: breaksToSend(blocked, workPeriods),
  };
}
