import type { Booking, Calendar, Publish } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import { type IntervalSet, unionOfSorted } from '../interval/set.js';
import { occurrences } from '../recurrence/occurrences.js';
import type { Horizon } from '../time/horizon.js';
import type { Moment } from '../time/iso.js';
import { type Instant, plus } from '../time/units.js';
import type { Zone } from '../time/zone.js';

/** Time that cannot be booked: one occurrence of a break, or an active booking. Not clipped. */
export interface Blocked extends Interval<Instant> {
  /** What blocks it. */
  readonly kind: 'break' | 'booking';
  /** Of the break or the booking. */
  readonly id: string;
  /** How it reaches Docplanner. */
  readonly publish: Publish;
  /** What the break is called at Docplanner, if it is sent there. */
  readonly description: string;
}

export interface BookedTime extends Blocked {
  readonly kind: 'booking';
  readonly booking: Booking;
}

function placed(moment: Moment, zone: Zone): Instant {
  return moment.kind === 'exact' ? moment.instant : zone.place(moment.wall).instant;
}

/** When a booking takes place; empty or reversed if a gap in local time swallows it. */
function bookingTime({ start, end }: Booking, zone: Zone): Interval<Instant> {
  const from = placed(start, zone);
  return {
    start: from,
    end: end.kind === 'duration' ? plus(from, end.duration) : placed(end, zone),
  };
}

/** The occurrences of a calendar's breaks that overlap the span, break by break. */
export function breakTimes(
  { breaks }: Calendar,
  zone: Zone,
  horizon: Horizon,
  span: Interval<Instant>,
): readonly Blocked[] {
  const times: Blocked[] = [];
  for (const event of breaks) {
    const { id, publish, description } = event;
    for (const { start, end } of occurrences(event, zone, horizon)) {
      if (start < end && start < span.end && end > span.start) {
        times.push({ start, end, kind: 'break', id, publish, description });
      }
    }
  }
  return times;
}

/** The active bookings of a calendar that overlap the span; canceled ones block nothing. */
export function bookedTimes(
  { bookings }: Calendar,
  zone: Zone,
  span: Interval<Instant>,
): readonly BookedTime[] {
  const times: BookedTime[] = [];
  for (const booking of bookings) {
    if (booking.status === 'canceled') continue;
    const { id, publish } = booking;
    const { start, end } = bookingTime(booking, zone);
    if (start < end && start < span.end && end > span.start) {
      times.push({ start, end, kind: 'booking', id, publish, description: id, booking });
    }
  }
  return times;
}

/** Blocked time by how it is published: cut out of the work periods, or hidden by Docplanner itself. */
export interface BlockedTime {
  readonly all: IntervalSet<Instant>;
  readonly carved: IntervalSet<Instant>;
  /** `publish` is `break` or `none`. */
  readonly hidden: IntervalSet<Instant>;
}

/** Of blocked times sorted by start. */
export function blockedTime(sorted: readonly Blocked[]): BlockedTime {
  return {
    all: unionOfSorted(sorted),
    carved: unionOfSorted(sorted.filter(({ publish }) => publish === 'carve')),
    hidden: unionOfSorted(sorted.filter(({ publish }) => publish !== 'carve')),
  };
}
