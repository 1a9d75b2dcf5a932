import type { Booking, Calendar, Publish } from '../document/clinic.js';
import { byStart, type Interval } from '../interval/interval.js';
import { type IntervalSet, union } from '../interval/set.js';
import { occurrences } from '../recurrence/occurrences.js';
import type { Moment } from '../time/iso.js';
import { type Instant, plus } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { Horizon } from './horizon.js';

/** Time that cannot be booked: one occurrence of a break, or an active booking. Not clipped. */
export interface Blocked extends Interval<Instant> {
  readonly kind: 'break' | 'booking';
  readonly id: string;
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
export function bookingTime({ start, end }: Booking, zone: Zone): Interval<Instant> {
  const from = placed(start, zone);
  return {
    start: from,
    end: end.kind === 'duration' ? plus(from, end.duration) : placed(end, zone),
  };
}

function within(span: Interval<Instant>): (time: Interval<Instant>) => boolean {
  return ({ start, end }) => start < end && start < span.end && end > span.start;
}

/** The occurrences of a calendar's breaks that overlap the span, sorted by start. */
export function breakTimes(
  { breaks }: Calendar,
  zone: Zone,
  horizon: Horizon,
  span: Interval<Instant>,
): readonly Blocked[] {
  const isNear = within(span);
  const times: Blocked[] = [];
  for (const event of breaks) {
    const { id, publish, description } = event;
    for (const { start, end } of occurrences(event, zone, horizon)) {
      const time = { start, end };
      if (isNear(time)) times.push({ start, end, kind: 'break', id, publish, description });
    }
  }
  return times.sort(byStart);
}

/** The active bookings of a calendar that overlap the span, sorted by start; canceled ones block nothing. */
export function bookedTimes(
  { bookings }: Calendar,
  zone: Zone,
  span: Interval<Instant>,
): readonly BookedTime[] {
  const isNear = within(span);
  const times: BookedTime[] = [];
  for (const booking of bookings) {
    if (booking.status === 'canceled') continue;
    const { id, publish } = booking;
    const { start, end } = bookingTime(booking, zone);
    if (isNear({ start, end })) {
      times.push({ start, end, kind: 'booking', id, publish, description: id, booking });
    }
  }
  return times.sort(byStart);
}

/** Blocked time that is cut out of the work periods. */
export function carvedTime(blocked: readonly Blocked[]): IntervalSet<Instant> {
  return union(blocked.filter(({ publish }) => publish === 'carve'));
}

/** Blocked time that Docplanner hides itself: `publish` is `break` or `none`. */
export function hiddenTime(blocked: readonly Blocked[]): IntervalSet<Instant> {
  return union(blocked.filter(({ publish }) => publish !== 'carve'));
}
