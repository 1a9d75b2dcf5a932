import { dirname, resolve } from 'node:path';
import { type BookingsFile, readBookingsFile, withBookings } from '@slotwright/adapter';
import { err, errAsync, ok, okAsync, type Result, type ResultAsync } from 'neverthrow';
import { readFileBytes } from './bytes.js';
import { decode } from './decode.js';
import type { BookingsProblem, InputProblem } from './inputError.js';
import { readJson } from './json.js';
import type { Parsed, ParsedText } from './parsedText.js';
import { positionOf } from './position.js';

/** The key with which a document names a file of bookings; the engine's documents do not have it. */
const KEY = 'bookingsFrom';

/** Whose bookings a document gets: those of the file that it names too, or only its own. */
export type Bookings = 'all' | 'own';

/** The bookings file that a document names, from where the document is; undefined if it names none. */
export function bookingsPath({
  file,
  text,
  parsed,
}: Parsed): Result<string | undefined, InputProblem> {
  const named = namedIn(parsed.value);
  if (named === undefined) return ok(undefined);
  if (typeof named === 'string' && named.trim() !== '') {
    return ok(resolve(file === '-' ? '.' : dirname(file), named));
  }
  const position = positionOf(text, offsetIn(parsed));
  return err({ type: 'bookings-path', position });
}

/** A document with the bookings of the file that it names, or without and only its own. */
export function includeBookings(
  source: Parsed,
  bookings: Bookings,
): ResultAsync<unknown, InputProblem> {
  const path = bookingsPath(source);
  if (path.isErr()) return errAsync(path.error);
  const { value } = source.parsed;
  if (path.value === undefined) return okAsync(value);
  if (bookings === 'own') return okAsync(withBookings(value, NO_BOOKINGS));
  return readBookings(path.value)
    .map((read) => withBookings(value, read))
    .mapErr((problem) => ({
      type: 'bookings-file',
      position: positionOf(source.text, offsetIn(source.parsed)),
      problem,
    }));
}

const NO_BOOKINGS: BookingsFile = { version: 1, kind: 'slotwright-bookings', calendars: {} };

/** Reads a bookings file, as `slotwright pull` writes it. */
export function readBookings(path: string): ResultAsync<BookingsFile, BookingsProblem> {
  return readFileBytes(path)
    .andThen(decode)
    .mapErr((input): BookingsProblem => ({ path, type: 'unreadable', input }))
    .andThen((text) => {
      const json = readJson(text);
      if (json.isErr()) return err<never, BookingsProblem>({ path, type: 'no-json' });
      return readBookingsFile(json.value).mapErr(
        (error): BookingsProblem => ({ path, type: 'invalid', error }),
      );
    });
}

function namedIn(value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord && Object.hasOwn(value, KEY) && KEY in value ? value[KEY] : undefined;
}

function offsetIn(parsed: ParsedText): number {
  return parsed.locate([{ keys: [KEY], target: 'value' }])[0] ?? 0;
}
