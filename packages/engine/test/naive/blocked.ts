import type { Booking, Calendar, Publish } from '../../src/document/clinic.js';
import type { Clock } from './clock.js';
import { type Dates, instantOf, occurrencesOf } from './occurrences.js';
import type { Range } from './range.js';

/** Time that a break or a booking takes, and how Docplanner comes to know of it. */
export interface Blocked extends Range {
  readonly id: string;
  readonly publish: Publish;
}

function bookedRange(booking: Booking, clock: Clock): Range {
  const start = instantOf(booking.start, clock);
  const end =
    booking.end.kind === 'duration' ? start + booking.end.duration : instantOf(booking.end, clock);
  return { start, end };
}

export function blockedTime(calendar: Calendar, dates: Dates, clock: Clock): readonly Blocked[] {
  const breaks = calendar.breaks.flatMap((pause) =>
    occurrencesOf(pause, dates, clock).map(({ start, end }) => ({
      id: pause.id,
      publish: pause.publish,
      start,
      end,
    })),
  );
  const bookings = calendar.bookings
    .filter(({ status }) => status === 'booked')
    .map((booking) => ({
      id: booking.id,
      publish: booking.publish,
      ...bookedRange(booking, clock),
    }));
  return [...breaks, ...bookings].filter(({ start, end }) => start < end);
}

/** The minutes within a range that any of the blocked time takes. */
export function minutesOf(blocked: readonly Blocked[], within: Range): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const { start, end } of blocked) {
    const last = Math.min(end, within.end);
    for (let minute = Math.max(start, within.start); minute < last; minute++) taken.add(minute);
  }
  return taken;
}
