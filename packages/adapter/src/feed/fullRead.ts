import type { TimeWindow } from '../resources/slots.js';
import type { RemoteBooking } from '../wire/bookings.js';
import type { BookingsFile, FeedBooking } from './bookingsFile.js';
import { bookingsFromRemote, inOrder } from './feedBookings.js';

const DAY = 86_400_000;

/** Bookings that were over so long before now are forgotten: notifications older than this have expired too. */
const KEPT = 3 * DAY;

/** As far as one request may reach where the API names a limit (Docplanner API, getSlots). */
const REACH = 177 * DAY;

/** The stretch of time whose bookings are read in full, in the form that is sent. */
export function readWindow(now: number): TimeWindow {
  return { start: sent(now - KEPT), end: sent(now + REACH) };
}

/** The file after one calendar was read in full: what was known of that stretch of time is replaced. */
export function withFullRead(
  file: BookingsFile,
  place: string,
  window: TimeWindow,
  remote: readonly RemoteBooking[],
): BookingsFile {
  const read = bookingsFromRemote(remote);
  const ids = new Set(read.map(({ id }) => id));
  const beyond = (file.calendars[place] ?? []).filter(
    ({ id, start }) => Date.parse(start) >= Date.parse(window.end) && !ids.has(id),
  );
  const others = Object.fromEntries(
    Object.entries(file.calendars).map(([other, bookings]): [string, readonly FeedBooking[]] => [
      other,
      bookings.filter(({ id }) => !ids.has(id)),
    ]),
  );
  return { ...file, calendars: { ...others, [place]: inOrder([...beyond, ...read]) } };
}

/** The file without bookings that were over three days before now. */
export function withoutOld(file: BookingsFile, now: number): BookingsFile {
  const calendars = Object.entries(file.calendars).map(
    ([place, bookings]): [string, readonly FeedBooking[]] => [
      place,
      bookings.filter(({ end }) => Date.parse(end) > now - KEPT),
    ],
  );
  return { ...file, calendars: Object.fromEntries(calendars) };
}

function sent(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}:00+00:00`;
}
