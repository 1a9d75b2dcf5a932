import type { BookingsFile } from '@slotwright/adapter';
import { ok, type Result, type ResultAsync } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';
import { readBookings } from '../input/bookingsFrom.js';
import { describeBookingsProblem } from '../input/inputError.js';
import { describeNotWritten, replaceFile } from './replaceFile.js';

/**
 * The bookings that an earlier pull wrote; undefined where there is no file yet. Anything else in that place
 * is an error, so that it is kept.
 */
export async function earlierBookings(
  path: string,
): Promise<Result<BookingsFile | undefined, Failure>> {
  const read = await readBookings(path);
  if (read.isOk()) return ok(read.value);
  const problem = read.error;
  if (problem.type === 'unreadable' && problem.input.type === 'missing-file') return ok(undefined);
  return read.mapErr((error) => ({
    exit: EXIT.failure,
    message: `${describeBookingsProblem(error)} It is kept; name another file.`,
  }));
}

/** Replaces a bookings file, whole or not at all. */
export function saveBookings(path: string, file: BookingsFile): ResultAsync<void, Failure> {
  return replaceFile(path, `${JSON.stringify(file, null, 1)}\n`).mapErr((error) => ({
    exit: EXIT.failure,
    message: describeNotWritten(error),
  }));
}
