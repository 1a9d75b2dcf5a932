import type { Blocked, ComputedCalendar } from '@slotwright/engine';
import type { PlacedBooking } from '../apply/verify/remoteCalendar.js';
import type { BookingsDrift } from './report.js';

/** Bookings that only one side has as active. */
export interface BookingDifference {
  readonly unknown: readonly PlacedBooking[];
  readonly gone: readonly GoneBooking[];
}

interface GoneBooking {
  readonly booking: Blocked;
  readonly there: BookingsDrift['gone'][number]['there'];
}

/**
 * Compares bookings that are not over. The same booking is one with the same id and time, or else one with
 * the same time and, where both name one, the same service: what a clinic entered under an id of its own.
 * Whatever Docplanner does not call canceled takes time. Only bookings that Docplanner is said to have can be
 * gone.
 */
export function bookingDifference(
  { calendar, blocked }: Pick<ComputedCalendar, 'calendar' | 'blocked'>,
  remote: readonly PlacedBooking[],
  now: number,
): BookingDifference {
  const services = new Map(calendar.bookings.map((each) => [each.id, each.addressServiceId]));
  const own = new Set(blocked.filter(({ kind, end }) => kind === 'booking' && end > now));
  const there = new Set(remote.filter((each) => each.remote.status !== 'canceled'));
  pairUp(own, there, (a, b) => a.id === b.remote.id);
  pairUp(own, there, (a, b) => {
    const service = services.get(a.id);
    const { addressServiceId } = b.remote;
    return service === undefined || addressServiceId === undefined || service === addressServiceId;
  });
  const byId = new Map(remote.map((each) => [each.remote.id, each.remote.status]));
  const gone = [...own]
    .filter(({ publish }) => publish === 'none')
    .map((booking) => ({ booking, there: foundAs(byId.get(booking.id)) }));
  return { unknown: [...there], gone };
}

/** Takes out of both sets, one for one, what has the same time and is the same. */
function pairUp(
  own: Set<Blocked>,
  there: Set<PlacedBooking>,
  isSame: (a: Blocked, b: PlacedBooking) => boolean,
): void {
  const byTime = new Map<string, Blocked[]>();
  for (const each of own) {
    const key = `${each.start} ${each.end}`;
    const same = byTime.get(key);
    if (same === undefined) byTime.set(key, [each]);
    else same.push(each);
  }
  for (const each of there) {
    const candidates = byTime.get(`${each.start} ${each.end}`) ?? [];
    const found = candidates.find((one) => own.has(one) && isSame(one, each));
    if (found === undefined) continue;
    own.delete(found);
    there.delete(each);
  }
}

function foundAs(status: PlacedBooking['remote']['status'] | undefined): GoneBooking['there'] {
  if (status === undefined) return 'nothing';
  return status === 'canceled' ? 'canceled' : 'another-time';
}
