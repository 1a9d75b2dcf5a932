import type { Booking, Calendar } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import { meeting, union, unionOfSorted } from '../interval/set.js';
import { mergedByStart, sortedByStart } from '../interval/sort.js';
import { type Horizon, withinReach } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { bookedTimes } from './blocked.js';
import { type Slot, slotFinder, slotsFrom } from './slots.js';
import { unbookedCalendar } from './unbookedCalendar.js';

/** A calendar whose rules are read already, to be asked for its slots again and again. */
export interface PreparedCalendar {
  /**
   * The slots of whole local dates, sorted by start: those of the dates that were prepared, up to the last one
   * that ends by 84 days after `now`, from `now` on. The bookings, in any order, stand in place of the
   * calendar's own; those of a service block its buffer too.
   */
  readonly slots: (dates: Horizon, bookings: readonly Booking[], now: Instant) => readonly Slot[];
}

/**
 * Reads a calendar's rules for some dates once, whatever is booked. Asking what it returns for a day takes
 * microseconds: for a system that is asked on every request, and knows its bookings better than the document.
 * It takes any parsed calendar and any dates, so it cannot fail.
 *
 * Law: `prepare(calendar, horizon).slots(dates, bookings, now)`, with `dates` within the horizon, is
 * `computeCalendar({ ...calendar, bookings }, dates, now).slots`.
 *
 * @example
 * const prepared = prepare(calendar, monday);
 * prepared.slots(monday, calendar.bookings, now).length // => 2
 * prepared.slots(monday, [], now).length // => 3
 * prepared.slots(monday, [], now)[0].addressServiceIds // => ['7']
 */
export function prepare(calendar: Calendar, horizon: Horizon): PreparedCalendar {
  const zone = zoneOf(calendar.timezone);
  const { basePeriods, breaks } = unbookedCalendar(calendar, zone, horizon);
  const { services } = calendar;
  const paused = union(breaks);
  const slotsOf = slotFinder();
  return {
    slots: (dates, bookings, now) => {
      const { from, through } = withinReach(dates, zone, now);
      const span = { start: zone.startOf(from), end: zone.startOf(plus(through, 1)) };
      const booked = bookedTimes({ services, bookings }, span);
      // What is carved out of work periods shows the same as if it were hidden.
      const busy = mergedByStart<Interval<Instant>>(meeting(paused, span), sortedByStart(booked));
      const hidden = unionOfSorted(busy);
      return slotsFrom(slotsOf(meeting(basePeriods, span), hidden), now);
    },
  };
}
