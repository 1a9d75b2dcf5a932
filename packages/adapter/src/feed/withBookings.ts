import type { BookingsFile, FeedBooking } from './bookingsFile.js';
import { placeOf } from './place.js';

/**
 * A clinic document, not parsed yet, with the bookings of the file that it names with `bookingsFrom`: they
 * follow each calendar's own, and the key is gone. A booking that a calendar lists itself, by Docplanner's
 * id, stays as the document has it. A document that names no file, or is none, comes back as it was; what is
 * wrong in it is left to `parseDocument`.
 *
 * @example
 * withBookings({ version: 1 }, { version: 1, kind: 'slotwright-bookings', calendars: {} }) // => { version: 1 }
 */
export function withBookings(document: unknown, file: BookingsFile): unknown {
  if (!isRecord(document) || !Object.hasOwn(document, 'bookingsFrom')) return document;
  const { bookingsFrom: _, ...rest } = document;
  const { calendars } = rest;
  return Array.isArray(calendars)
    ? { ...rest, calendars: calendars.map((calendar) => withCalendarBookings(calendar, file)) }
    : rest;
}

function withCalendarBookings(calendar: unknown, file: BookingsFile): unknown {
  if (!isRecord(calendar)) return calendar;
  const { facilityId, doctorId, addressId, bookings = [] } = calendar;
  const place = placeOf({
    facilityId: idText(facilityId),
    doctorId: idText(doctorId),
    addressId: idText(addressId),
  });
  const fed: readonly FeedBooking[] = file.calendars[place] ?? [];
  if (fed.length === 0 || !Array.isArray(bookings)) return calendar;
  const own: readonly unknown[] = bookings;
  const listed = new Set(own.map((booking) => (isRecord(booking) ? idText(booking.id) : '')));
  return { ...calendar, bookings: [...own, ...fed.filter(({ id }) => !listed.has(id))] };
}

/** Documents may give ids as numbers. */
function idText(id: unknown): string {
  return typeof id === 'number' || typeof id === 'string' ? String(id) : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
