import type { Instant } from '@slotwright/engine';
import { byStart, type Interval, overlaps } from '@slotwright/engine/intervals';
import type { RemoteBooking } from '../../wire/bookings.js';
import type { RemoteBreak } from '../../wire/breaks.js';
import type { FreeSlot, SlotService } from '../../wire/slots.js';

/** What Docplanner has of one calendar, as the client reads it. */
export interface RemoteCalendar {
  /** Free ones: what bookings and breaks take is not among them. */
  readonly slots: readonly FreeSlot[];
  /** Whoever made them. */
  readonly breaks: readonly RemoteBreak[];
  /** Canceled ones too. */
  readonly bookings: readonly RemoteBooking[];
}

/** A break with its time. */
export interface PlacedBreak extends Interval<Instant> {
  readonly remote: RemoteBreak;
}

/** A booking with its time. */
export interface PlacedBooking extends Interval<Instant> {
  readonly remote: RemoteBooking;
}

/** What can be booked, by start; no service where Docplanner does not tell which. */
export type PlacedSlots = ReadonlyMap<Instant, readonly SlotService[]>;

/** The same within a span of time. */
export interface PlacedRemote {
  readonly slots: PlacedSlots;
  readonly breaks: readonly PlacedBreak[];
  readonly bookings: readonly PlacedBooking[];
}

/**
 * What Docplanner has that lies in the span, canceled bookings too; breaks and bookings that take no time are
 * left out.
 */
export function placeRemote(remote: RemoteCalendar, span: Interval<number>): PlacedRemote {
  const slots = new Map<Instant, readonly SlotService[]>();
  for (const { start, services } of remote.slots) {
    if (start >= span.start && start < span.end) {
      slots.set(start, [...(slots.get(start) ?? []), ...services]);
    }
  }
  const placed = <T extends Interval<Instant>>(each: T) => ({
    start: each.start,
    end: each.end,
    remote: each,
  });
  return {
    slots,
    breaks: remote.breaks.map(placed).filter(takesTimeIn(span)).sort(byStart),
    bookings: remote.bookings.map(placed).filter(takesTimeIn(span)).sort(byStart),
  };
}

function takesTimeIn(span: Interval<number>): (time: Interval<Instant>) => boolean {
  return (time) => time.start < time.end && overlaps<number>(time, span);
}

/** When bookings take time: whatever Docplanner does not call canceled does. */
export function takenTimes(bookings: readonly PlacedBooking[]): readonly Interval<Instant>[] {
  return bookings.filter(({ remote }) => remote.status !== 'canceled');
}

/** A booking as plans look at it; whatever Docplanner does not call canceled takes time. */
export function seenBooking({ start, end, remote }: PlacedBooking) {
  const { id, addressServiceId, bookedBy, status } = remote;
  return { start, end, id, addressServiceId, bookedBy, canceled: status === 'canceled' };
}
