import type { BookingsFile } from '@slotwright/adapter';
import { ok, type Result } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';
import { readBookings } from '../input/bookingsFile.js';
import { describeBookingsProblem } from '../input/inputError.js';

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
