import type { Booking, Calendar, Publish } from '../document/clinic.js';
import { type Interval, overlaps } from '../interval/interval.js';
import { growingSet, type IntervalSet, meets } from '../interval/set.js';
import { occurrences } from '../recurrence/occurrences.js';
import type { Horizon } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { WorkPeriod } from './configuration.js';
import { datesToExpand, touches } from './windows.js';

/** Time that cannot be booked: one occurrence of a break, or an active booking with its buffer. Not clipped. */
export interface Blocked extends Interval<Instant> {
  /** What blocks it. */
  readonly kind: 'break' | 'booking';
  /** Of the break or the booking. */
  readonly id: string;
  /** How it reaches Docplanner. */
  readonly publish: Publish;
  /** What the break is called at Docplanner, if it is sent there. */
  readonly description: string;
  /** Where the buffer of the booking's service starts: the end, if there is none. */
  readonly bufferStart: Instant;
}

/** An occurrence of a break with a bound that the clock change skips; maybe empty. */
export interface BreakAtGap extends Interval<Instant> {
  readonly id: string;
}

export interface BreakTimes {
  /** The occurrences that overlap the span, break by break. */
  readonly breaks: readonly Blocked[];
  /** Those at a gap that touch the span. */
  readonly breaksAtGaps: readonly BreakAtGap[];
}

/** The occurrences of a calendar's breaks. One that starts in a gap starts where the gap ends. */
export function breakTimes(
  calendar: Calendar,
  zone: Zone,
  horizon: Horizon,
  span: Interval<Instant>,
): BreakTimes {
  const breaks: Blocked[] = [];
  const breaksAtGaps: BreakAtGap[] = [];
  const dates = datesToExpand(horizon);
  for (const event of calendar.breaks) {
    const { id, publish, description } = event;
    for (const { start: placed, end, startKind, endKind } of occurrences(event, zone, dates)) {
      const start = startKind === 'gap' ? zone.gapEnd(placed) : placed;
      if (start < end && start < span.end && end > span.start) {
        breaks.push({ start, end, kind: 'break', id, publish, description, bufferStart: end });
      }
      const atGap = startKind === 'gap' || endKind === 'gap';
      if (atGap && touches({ start, end }, span)) breaksAtGaps.push({ start, end, id });
    }
  }
  return { breaks, breaksAtGaps };
}

/** What the active bookings of a calendar block, buffers included, as far as it overlaps the span. */
export function bookedTimes(
  { services, bookings }: Pick<Calendar, 'services' | 'bookings'>,
  span: Interval<Instant>,
): readonly Blocked[] {
  const buffers = new Map(services.map((each) => [each.addressServiceId, each.bufferAfter]));
  const booked: Blocked[] = [];
  if (span.start >= span.end) return booked;
  for (const booking of bookings) {
    if (booking.status === 'canceled') continue;
    const { id, publish, addressServiceId: service, start, end: bufferStart } = booking;
    if (start >= span.end) continue;
    // Docplanner knows only how long the visit is published, and that has the buffer in it already.
    const buffered = service !== undefined && publish !== 'none';
    const end = buffered ? plus(bufferStart, buffers.get(service) ?? 0) : bufferStart;
    // A clock change may leave nothing of a booking; its buffer blocks all the same.
    if (end <= start || end <= span.start) continue;
    booked.push({ start, end, kind: 'booking', id, publish, description: id, bufferStart });
  }
  return booked;
}

/** The active bookings that overlap the span, buffers aside, in the document's order; none of an empty span. */
export function visitsWithin(
  { bookings }: Pick<Calendar, 'bookings'>,
  span: Interval<Instant>,
): readonly Booking[] {
  if (span.start >= span.end) return [];
  return bookings.filter(
    (each) => each.status !== 'canceled' && each.start < each.end && overlaps(each, span),
  );
}

/** Blocked time, and that part of it that is cut out of the work periods; Docplanner itself hides the rest. */
export interface BlockedTime {
  readonly all: IntervalSet<Instant>;
  readonly carved: IntervalSet<Instant>;
}

/** Of blocked times sorted by start. */
export function blockedTime(sorted: readonly Blocked[]): BlockedTime {
  const [all, carved] = [growingSet<Instant>(), growingSet<Instant>()];
  for (const { start, end, publish } of sorted) {
    all.add(start, end);
    if (publish === 'carve') carved.add(start, end);
  }
  return { all: all.set, carved: carved.set };
}

/**
 * The blocked times for the breaks endpoint: those that are published as breaks and overlap some work
 * period, whole, even where they reach beyond the horizon. Sorted by start, then description.
 */
export function breaksToSend(
  blocked: readonly Blocked[],
  published: readonly WorkPeriod[],
): readonly Blocked[] {
  return blocked
    .filter((time) => time.publish === 'break' && meets(published, time))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.description < b.description ? -1 : 1));
}
