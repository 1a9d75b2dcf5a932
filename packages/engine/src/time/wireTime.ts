import { err, ok, type Result } from 'neverthrow';
import type { Interval } from '../interval/interval.js';
import { type InvalidTime, invalidTime } from './invalidTime.js';
import { readDateTime } from './timeText.js';
import { type Instant, instantFromWall, plus } from './units.js';

const EXPECTED = 'a time with an offset, such as 2026-10-05T09:00:00+02:00';

/** A time as Docplanner writes it, in minutes since 1970-01-01T00:00Z; the two differ where it has seconds. */
export interface WireTime {
  /** The minute that has begun then. */
  readonly begun: Instant;
  /** The first minute that begins then or later. */
  readonly over: Instant;
}

/**
 * Reads a time as Docplanner writes it: an offset with or without a colon, or `Z`; perhaps seconds and
 * fractions, as people enter bookings and breaks that have them.
 *
 * @example
 * parseWireTime('1970-01-01T01:30:59+0100') // => ok({ begun: 30, over: 31 })
 */
export function parseWireTime(text: string): Result<WireTime, InvalidTime> {
  const read = readDateTime(text);
  if (typeof read === 'string') return invalidTime(read, text, EXPECTED);
  const { wall, seconds, offset } = read;
  if (offset === undefined) return invalidTime('offset-missing', text, EXPECTED);
  const begun = instantFromWall(wall, offset);
  return ok({ begun, over: seconds > 0 ? plus(begun, 1) : begun });
}

/**
 * The whole minutes that two times as Docplanner writes them touch: seconds never make taken time look
 * free. An error if one is no time, or the second is not after the first.
 *
 * @example
 * parseWireInterval('1970-01-01T00:10:30Z', '1970-01-01T01:20:30+01:00')
 * // => ok({ start: 10, end: 21 })
 */
export function parseWireInterval(
  start: string,
  end: string,
): Result<Interval<Instant>, InvalidTime> {
  const from = parseWireTime(start);
  if (from.isErr()) return err(from.error);
  const until = parseWireTime(end);
  if (until.isErr()) return err(until.error);
  return from.value.begun < until.value.over
    ? ok({ start: from.value.begun, end: until.value.over })
    : invalidTime('not-after-start', end, `a time after ${start}`);
}

/**
 * The same where what cannot be read counts for nothing: undefined then.
 *
 * @example
 * wireTime('1970-01-01T00:10:30Z', 'x') // => undefined
 */
export function wireTime(start: string, end: string): Interval<Instant> | undefined {
  return parseWireInterval(start, end).unwrapOr(undefined);
}
