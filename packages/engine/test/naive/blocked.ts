import type { Booking, Calendar, Publish } from '../../src/document/clinic.js';
import type { Clock } from './clock.js';
import { type Dates, occurrencesOf } from './occurrences.js';
import type { Range } from './range.js';

/** Time that a break or a booking takes, and how Docplanner comes to know of it. */
export interface Blocked extends Range {
  readonly id: string;
  readonly publish: Publish;
}

/** The buffer that a booking blocks besides: none where Docplanner knows of the booking already. */
function bufferOf({ addressServiceId, publish }: Booking, { services }: Calendar): number {
  if (publish === 'none') return 0;
  return services.find((each) => each.addressServiceId === addressServiceId)?.bufferAfter ?? 0;
}

export function blockedTime(calendar: Calendar, dates: Dates, clock: Clock): readonly Blocked[] {
  const breaks = calendar.breaks.flatMap((pause) =>
    occurrencesOf(pause, dates, clock, clock.from).map(({ start, end }) => ({
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
      start: booking.start,
      end: booking.end + bufferOf(booking, calendar),
    }))
    .filter(({ start, end }) => start < end);
  return [...breaks, ...bookings];
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
