import type { Notification } from '../wire/notifications.js';
import type { BookingsFile, FeedBooking } from './bookingsFile.js';
import { feedBooking, inOrder, merged } from './feedBookings.js';
import { placeOf } from './place.js';

/** Something heard of a booking; of one that was moved away it is not said at which address it was. */
interface News {
  readonly place: string;
  readonly lies: 'here' | 'here-or-elsewhere';
  readonly booking: FeedBooking;
}

interface Entry {
  readonly place: string;
  readonly booking: FeedBooking;
}

/**
 * The file after one more notification. `slot-booked` adds a booking, `booking-canceled` cancels it,
 * `booking-moved` cancels the old one and adds the new one, which has an id of its own; everything else
 * changes nothing. Bookings that the integration made itself are bookings like any other. News of a calendar
 * that the file does not have is left out: it is read in full when it comes to the file.
 *
 * Law: any order of the same notifications, any of them repeated, gives the same file.
 */
export function applyNotification(file: BookingsFile, notification: Notification): BookingsFile {
  return applyNotifications(file, [notification]);
}

/** The same for many at once. */
export function applyNotifications(
  file: BookingsFile,
  notifications: readonly Notification[],
): BookingsFile {
  const news = notifications.flatMap(newsOf);
  if (news.length === 0) return file;
  const entries = new Map(
    Object.entries(file.calendars).flatMap(([place, bookings]) =>
      bookings.map((booking): [string, Entry] => [booking.id, { place, booking }]),
    ),
  );
  for (const each of news) hear(entries, each, file);
  return { ...file, calendars: byPlace(file, entries.values()) };
}

function hear(
  entries: Map<string, Entry>,
  { place, lies, booking }: News,
  { calendars }: BookingsFile,
): void {
  const known = entries.get(booking.id);
  const where = lies === 'here' ? place : (known?.place ?? place);
  if (Object.hasOwn(calendars, where)) {
    entries.set(booking.id, { place: where, booking: merged(known?.booking, booking) });
  }
}

function byPlace(
  { calendars }: BookingsFile,
  entries: Iterable<Entry>,
): Readonly<Record<string, readonly FeedBooking[]>> {
  const lists = new Map(
    Object.keys(calendars).map((place): [string, FeedBooking[]] => [place, []]),
  );
  for (const { place, booking } of entries) lists.get(place)?.push(booking);
  return Object.fromEntries([...lists].map(([place, bookings]) => [place, inOrder(bookings)]));
}

function newsOf(notification: Notification): readonly News[] {
  switch (notification.type) {
    case 'slot-booked': {
      const booking = feedBooking(notification.booking);
      return booking === undefined ? [] : [{ place: placeOf(notification), lies: 'here', booking }];
    }
    case 'booking-canceled': {
      const booking = feedBooking({ ...notification.booking, status: 'canceled' });
      return booking === undefined ? [] : [{ place: placeOf(notification), lies: 'here', booking }];
    }
    case 'booking-moved': {
      const place = placeOf(notification);
      const from = feedBooking({ ...notification.from, status: 'canceled' });
      const to = feedBooking(notification.to);
      return [
        ...(from === undefined || from.id === to?.id
          ? []
          : [{ place, lies: 'here-or-elsewhere' as const, booking: from }]),
        ...(to === undefined ? [] : [{ place, lies: 'here' as const, booking: to }]),
      ];
    }
    default:
      return [];
  }
}
