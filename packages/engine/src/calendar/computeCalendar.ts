import type { Calendar } from '../document/clinic.js';
import { sortedByStart } from '../interval/sort.js';
import { dateSpans, type Horizon, lastDateWithinReach } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { serviceAvailability } from './availability.js';
import { basePeriods } from './basePeriods.js';
import { blockedTime, bookedTimes, breaksToSend, breakTimes } from './blocked.js';
import { closedTime, openWindows } from './closures.js';
import type { ComputedCalendar, DetailedCalendar } from './computedCalendar.js';
import { slotsFrom, slotsOf } from './slots.js';
import { placedWindows, windowsWithin } from './windows.js';
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
  const horizon = withinReach(requested, lastDateWithinReach(zone, now));
  const dates = dateSpans(zone, horizon);
  const start = zone.startOf(horizon.from);
  const span = { start, end: dates.at(-1)?.end ?? start };

  const placed = placedWindows(calendar, zone, horizon, span);
  const closed = closedTime(calendar, zone, horizon, span);
  const windows = openWindows(windowsWithin(placed, span), closed);
  const { breaks, breaksAtGaps } = breakTimes(calendar, zone, horizon, span);
  const { booked, visits } = bookedTimes(calendar, span);
  const blocked = sortedByStart([...breaks, ...booked]);
  const { all, carved, hidden } = blockedTime(blocked);

  const base = basePeriods(windows, dates);
  const workPeriods = publishedPeriods(base, carved);
  const freeSlots = slotsOf(workPeriods, hidden);
  return {
    calendar,
    zone,
    now,
    horizon,
    dates,
    span,
    closed,
    placedWindows: placed,
    windows,
    availability: serviceAvailability(windows),
    basePeriods: base,
    workPeriods,
    freeSlots,
    slots: slotsFrom(freeSlots, now),
    blocked,
    blockedTime: all,
    breaks,
    breaksAtGaps,
    visits,
    breaksToSend: breaksToSend(blocked, workPeriods),
  };
}

/** Cut at the last date that Docplanner takes; `through` is before `from` if nothing is left. */
function withinReach({ from, through }: Horizon, last: Horizon['through']): Horizon {
  if (through <= last) return { from, through };
  return { from, through: last < from ? plus(from, -1) : last };
}
