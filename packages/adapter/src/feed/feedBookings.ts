import { formatUtc, type Instant } from '@slotwright/engine';
import type { RemoteBooking } from '../wire/bookings.js';
import { type FeedBooking, isFeedBooking } from './bookingsFile.js';

/**
 * The bookings of one calendar as a document has them, canceled ones too: by start, then id, each id once,
 * canceled if any of its entries is. What Docplanner calls neither booked nor canceled counts as booked. A
 * booking that takes no time, or that no document could hold, is left out.
 *
 * @example
 * bookingsFromRemote([]) // => []
 */
export function bookingsFromRemote(remote: readonly RemoteBooking[]): readonly FeedBooking[] {
  const byId = new Map<string, FeedBooking>();
  for (const each of remote) {
    const booking = feedBooking(each);
    if (booking !== undefined) byId.set(booking.id, merged(byId.get(booking.id), booking));
  }
  return inOrder(byId.values());
}

/** One booking of Docplanner's as a document has it; undefined where it could not. */
export function feedBooking(remote: RemoteBooking): FeedBooking | undefined {
  const { id, status, start, end, startAt, endAt, addressServiceId } = remote;
  if (start >= end) return undefined;
  const booking: FeedBooking = {
    id,
    start: inMinutes(startAt, start),
    end: inMinutes(endAt, end),
    ...(addressServiceId === undefined ? {} : { addressServiceId }),
    status: status === 'canceled' ? 'canceled' : 'booked',
    publish: 'none',
  };
  return isFeedBooking(booking) ? booking : undefined;
}

/** As it was written where that is in whole minutes. */
function inMinutes(written: string, minute: Instant): string {
  return written.slice(17, 19) === '00' ? written : formatUtc(minute);
}

/** What is known of a booking once more news of it came: no news undoes a cancellation, times stay. */
export function merged(known: FeedBooking | undefined, news: FeedBooking): FeedBooking {
  if (known === undefined) return news;
  const { id, start, end, addressServiceId = news.addressServiceId, publish } = known;
  const canceled = known.status === 'canceled' || news.status === 'canceled';
  return {
    id,
    start,
    end,
    ...(addressServiceId === undefined ? {} : { addressServiceId }),
    status: canceled ? 'canceled' : 'booked',
    publish,
  };
}

/** By start, then id. */
export function inOrder(bookings: Iterable<FeedBooking>): readonly FeedBooking[] {
  return [...bookings]
    .map((booking) => ({ booking, at: Date.parse(booking.start) }))
    .sort((a, b) => a.at - b.at || (a.booking.id < b.booking.id ? -1 : 1))
    .map(({ booking }) => booking);
}
