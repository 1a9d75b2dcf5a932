import { dirname, resolve } from 'node:path';
import { err, errAsync, ok, okAsync, type Result, ResultAsync } from 'neverthrow';
import type { InputProblem } from './inputError.js';
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

/**
 * A document with the bookings of the file that it names, or without and only its own. What reads such a file
 * is loaded for it: most documents name none.
 */
export function includeBookings(
  source: Parsed,
  bookings: Bookings,
): ResultAsync<unknown, InputProblem> {
  const named = bookingsPath(source);
  if (named.isErr()) return errAsync(named.error);
  const { value } = source.parsed;
  const path = named.value;
  if (path === undefined) return okAsync(value);
  return ResultAsync.fromSafePromise(import('./bookingsFile.js')).andThen((file) =>
    bookings === 'own'
      ? okAsync(file.withoutBookings(value))
      : file.withBookingsOf(value, path).mapErr(
          (problem): InputProblem => ({
            type: 'bookings-file',
            position: positionOf(source.text, offsetIn(source.parsed)),
            problem,
          }),
        ),
  );
}

function namedIn(value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord && Object.hasOwn(value, KEY) && KEY in value ? value[KEY] : undefined;
}

function offsetIn(parsed: ParsedText): number {
  return parsed.locate([{ keys: [KEY], target: 'value' }])[0] ?? 0;
}
