import { byStart, type Instant, type Interval, overlaps } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import type { RemoteBooking } from '../../wire/bookings.js';
import type { RemoteBreak } from '../../wire/breaks.js';
import type { FreeSlot, SlotService } from '../../wire/slots.js';
import { minuteOf } from '../../wire/wholeMinutes.js';

/** What Docplanner has of one calendar, as the client reads it. */
export interface RemoteCalendar {
  readonly slots: readonly FreeSlot[];
  readonly breaks: readonly RemoteBreak[];
  readonly bookings: readonly RemoteBooking[];
}

export interface PlacedBreak extends Interval<Instant> {
  readonly remote: RemoteBreak;
}

export interface PlacedBooking extends Interval<Instant> {
  readonly remote: RemoteBooking;
}

/** What can be booked, by start; no service where Docplanner does not tell which. */
export type PlacedSlots = ReadonlyMap<Instant, readonly SlotService[]>;

/** The same within a span of time, with its times read. */
export interface PlacedRemote {
  readonly slots: PlacedSlots;
  readonly breaks: readonly PlacedBreak[];
  readonly bookings: readonly PlacedBooking[];
}

/** A time in an answer that is on no calendar. */
export interface UnreadableTime {
  readonly type: 'unreadable-time';
  readonly of: 'slot' | 'break' | 'booking';
}

/**
 * Reads the times of what Docplanner has and keeps what lies in the span, canceled bookings too; breaks and
 * bookings that take no time are left out. Seconds count as the whole minutes that they touch.
 */
export function placeRemote(
  remote: RemoteCalendar,
  span: Interval<number>,
): Result<PlacedRemote, UnreadableTime> {
  const slots = new Map<Instant, readonly SlotService[]>();
  for (const { start, services } of remote.slots) {
    const at = minuteOf(start, 'begun');
    if (at === undefined) return err({ type: 'unreadable-time', of: 'slot' });
    if (at >= span.start && at < span.end) {
      slots.set(at, [...(slots.get(at) ?? []), ...services]);
    }
  }
  const breaks: PlacedBreak[] = [];
  for (const each of remote.breaks) {
    const time = timeOf(each.since, each.till);
    if (time === undefined) return err({ type: 'unreadable-time', of: 'break' });
    if (takesTimeIn(time, span)) breaks.push({ ...time, remote: each });
  }
  const bookings: PlacedBooking[] = [];
  for (const each of remote.bookings) {
    const time = timeOf(each.startAt, each.endAt);
    if (time === undefined) return err({ type: 'unreadable-time', of: 'booking' });
    if (takesTimeIn(time, span)) bookings.push({ ...time, remote: each });
  }
  return ok({ slots, breaks: breaks.sort(byStart), bookings: bookings.sort(byStart) });
}

/** May be empty or reversed; undefined when one of the two is on no calendar. */
function timeOf(start: string, end: string): Interval<Instant> | undefined {
  const [from, until] = [minuteOf(start, 'begun'), minuteOf(end, 'over')];
  return from === undefined || until === undefined ? undefined : { start: from, end: until };
}

function takesTimeIn(time: Interval<Instant>, span: Interval<number>): boolean {
  return time.start < time.end && overlaps<number>(time, span);
}

/** When bookings take time: whatever Docplanner does not call canceled does. */
export function takenTimes(bookings: readonly PlacedBooking[]): readonly Interval<Instant>[] {
  return bookings.filter(({ remote }) => remote.status !== 'canceled');
}
