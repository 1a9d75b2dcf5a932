import type { BookedTime } from '../calendar/blocked.js';
import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import { groupBy } from '../grouping/groupBy.js';
import { type Interval, overlaps } from '../interval/interval.js';
import type { Instant } from '../time/units.js';
import { horizonSpan } from './breaks/knownBreaks.js';

/** A booking that Docplanner lists, over whole minutes. */
export interface SeenBooking extends Interval<Instant> {
  /** Docplanner's. */
  readonly id: string;
  /** Undefined where the answer does not say. */
  readonly addressServiceId: string | undefined;
  /** True if it takes no time any more. */
  readonly canceled: boolean;
}

/** Bookings that only one side has as active. */
export interface BookingDifference<Booking extends SeenBooking = SeenBooking> {
  /** Active there, not over, and not in the document. */
  readonly unknown: readonly Booking[];
  /** In the document as Docplanner's own (`publish: none`), not over, and not active there. */
  readonly gone: readonly BookedTime[];
}

/**
 * Which bookings of the horizon only one side has, from `now` on. The same booking is one with the same id and
 * time, or else one with the same time and, where both name one, the same service: what a clinic entered under
 * an id of its own. Each is the same as one at most.
 *
 * @example
 * const computed = computeCalendar(calendar, monday, now);
 * const [{ start, end }] = computed.blocked;
 * const seen = { id: 'p1', start, end, addressServiceId: '7', canceled: false };
 * bookingDifference(computed, [seen], now) // => { unknown: [], gone: [] }
 * bookingDifference(computed, [{ ...seen, addressServiceId: '8' }], now).unknown.length // => 1
 */
export function bookingDifference<Booking extends SeenBooking>(
  { blocked, dates }: Pick<ComputedCalendar, 'blocked' | 'dates'>,
  bookings: readonly Booking[],
  now: Instant,
): BookingDifference<Booking> {
  const span = horizonSpan({ dates });
  const booked = blocked.filter((time) => time.kind === 'booking');
  const own = new Set(booked.filter(({ end }) => end > now));
  const there = new Set(bookings.filter(({ canceled, end }) => !canceled && end > now));
  pairUp(own, there, (a, b) => a.source.id === b.id);
  pairUp(own, there, (a, b) => {
    const service = a.source.addressServiceId;
    return (
      service === undefined || b.addressServiceId === undefined || service === b.addressServiceId
    );
  });
  return {
    unknown: [...there].filter((each) => span !== undefined && overlaps(each, span)),
    gone: [...own].filter(({ source }) => source.publish === 'none'),
  };
}

/** Takes out of both sets, one for one, what has the same time and is the same. */
function pairUp<Booking extends SeenBooking>(
  own: Set<BookedTime>,
  there: Set<Booking>,
  isSame: (a: BookedTime, b: Booking) => boolean,
): void {
  const byStart = groupBy(own, ({ start }) => start);
  for (const each of there) {
    const found = byStart
      .get(each.start)
      ?.find((one) => own.has(one) && isSameTime(one, each) && isSame(one, each));
    if (found === undefined) continue;
    own.delete(found);
    there.delete(each);
  }
}

/** What the document blocks for a booking may end later than the booking itself: at the end of its buffer. */
function isSameTime({ start, end, source }: BookedTime, seen: SeenBooking): boolean {
  return start === seen.start && (seen.end === end || seen.end === source.end);
}
