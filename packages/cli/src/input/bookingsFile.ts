import { type BookingsFile, readBookingsFile, withBookings } from '@slotwright/adapter';
import { err, type Result, type ResultAsync } from 'neverthrow';
import { readFileBytes } from './bytes.js';
import { decode } from './decode.js';
import type { BookingsProblem } from './inputError.js';
import { readJson } from './json.js';

const NO_BOOKINGS: BookingsFile = { version: 1, kind: 'slotwright-bookings', calendars: {} };

/** Reads a bookings file, as `slotwright pull` writes it. */
export function readBookings(path: string): ResultAsync<BookingsFile, BookingsProblem> {
  return readFileBytes(path)
    .andThen(decode)
    .mapErr((input): BookingsProblem => ({ path, type: 'unreadable', input }))
    .andThen((text): Result<BookingsFile, BookingsProblem> => {
      const json = readJson(text);
      if (json.isErr()) return err({ path, type: 'no-json' });
      return readBookingsFile(json.value).mapErr((error) => ({ path, type: 'invalid', error }));
    });
}

/** A document with the bookings of a file. */
export function withBookingsOf(
  value: unknown,
  path: string,
): ResultAsync<unknown, BookingsProblem> {
  return readBookings(path).map((read) => withBookings(value, read));
}

/** A document that names a bookings file, without it. */
export function withoutBookings(value: unknown): unknown {
  return withBookings(value, NO_BOOKINGS);
}
