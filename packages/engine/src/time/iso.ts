import { ok, type Result } from 'neverthrow';
import { FIRST_DATE, LAST_DATE } from './date.js';
import { type InvalidTime, type InvalidTimeReason, invalidTime } from './invalidTime.js';
import { readClockTime, readDate, readDateTime } from './timeText.js';
import {
  dateOf,
  type Instant,
  instantFromMs,
  instantFromWall,
  type LocalDate,
  type WallTime,
  wallFromInstant,
} from './units.js';

/** A one-off moment as documents write it: local to the calendar's zone, or exact. */
export type Moment =
  | { readonly kind: 'local'; readonly wall: WallTime }
  | { readonly kind: 'exact'; readonly instant: Instant };

const EXPECTED = {
  date: 'a date from 1970-01-01 through 2199-12-31, such as 2026-10-05',
  wall: 'a local time without an offset, in whole minutes, such as 2026-10-05T09:00',
  moment:
    'a local time such as 2026-10-05T09:00, or one with an offset such as 2026-10-05T09:00+02:00, in whole minutes',
  instant: 'a time with an offset, in whole minutes, such as 2026-10-01T08:00:00Z',
  clock: 'a time of day from 00:00 to 24:00, in quotes, such as "09:00"',
  milliseconds: 'a Date, or milliseconds since 1970-01-01T00:00Z, from 1970 through 2199',
} as const;

/**
 * Reads `2026-10-05` as days since 1970-01-01; an error if there is no such date from 1970 to 2199.
 *
 * Law: `formatDate` writes what it read.
 *
 * @example
 * parseDate('1970-01-02') // => ok(1)
 * parseDate('2026-02-29').mapErr(({ reason }) => reason) // => err('no-such-date')
 */
export function parseDate(input: string): Result<LocalDate, InvalidTime> {
  const date = readDate(input);
  return typeof date === 'string' ? invalidTime(date, input, EXPECTED.date) : ok(date);
}

/** Reads `09:00` as minutes since midnight; `24:00` is 1440. */
export function parseClockTime(input: string): Result<number, InvalidTime> {
  const minute = readClockTime(input);
  return typeof minute === 'string' ? invalidTime(minute, input, EXPECTED.clock) : ok(minute);
}

/**
 * Reads `2026-10-05T09:00` as a local time, `2026-10-05T09:00+02:00` as an instant, both in whole
 * minutes. An error if it is neither; seconds other than :00 are refused, not rounded.
 *
 * @example
 * parseMoment('1970-01-01T01:00') // => ok({ kind: 'local', wall: 60 })
 * parseMoment('1970-01-01T01:00+01:00') // => ok({ kind: 'exact', instant: 0 })
 * parseMoment('2026-10-05T09:00:30').mapErr(({ reason }) => reason) // => err('seconds')
 */
export function parseMoment(input: string): Result<Moment, InvalidTime> {
  return parseWith(EXPECTED.moment, input);
}

/** The same where moments are read by the hundred thousand: what is wrong is given as it is. */
export function momentOf(input: string): Moment | InvalidTimeReason {
  const read = readDateTime(input);
  if (typeof read === 'string') return read;
  const { wall, seconds, hasFraction, offset, isCompact } = read;
  if (isCompact || hasFraction) return 'malformed';
  if (seconds > 0) return 'seconds';
  return offset === undefined
    ? { kind: 'local', wall }
    : { kind: 'exact', instant: instantFromWall(wall, offset) };
}

function parseWith(expected: string, input: string): Result<Moment, InvalidTime> {
  const moment = momentOf(input);
  return typeof moment === 'string' ? invalidTime(moment, input, expected) : ok(moment);
}

/** Reads `2026-10-05T09:00`, without an offset. */
export function parseWallTime(input: string): Result<WallTime, InvalidTime> {
  return parseWith(EXPECTED.wall, input).andThen((moment) =>
    moment.kind === 'local'
      ? ok(moment.wall)
      : invalidTime('offset-not-allowed', input, EXPECTED.wall),
  );
}

/**
 * Reads `2026-10-01T08:00:00Z`, or any other offset, as minutes since 1970-01-01T00:00Z; an error if
 * there is no offset or no whole minute.
 *
 * Law: `formatUtc` writes what it read.
 *
 * @example
 * parseInstant('1970-01-01T01:00:00Z') // => ok(60)
 * parseInstant('1970-01-01T01:00:00').mapErr(({ reason }) => reason) // => err('offset-missing')
 */
export function parseInstant(input: string): Result<Instant, InvalidTime> {
  return parseWith(EXPECTED.instant, input).andThen((moment) =>
    moment.kind === 'exact'
      ? ok(moment.instant)
      : invalidTime('offset-missing', input, EXPECTED.instant),
  );
}

/**
 * The minute that has begun at a `Date`, or at so many milliseconds since 1970-01-01T00:00Z: seconds are
 * cut off, as a clock without a second hand does. An error if it is no time, or not from 1970 to 2199.
 *
 * @example
 * instantFrom(new Date('1970-01-01T01:00:59Z')) // => ok(60)
 * instantFrom(60_000) // => ok(1)
 * instantFrom(new Date('soon')).mapErr(({ reason }) => reason) // => err('malformed')
 */
export function instantFrom(time: Date | number): Result<Instant, InvalidTime> {
  const ms = Number(time);
  if (Number.isNaN(ms)) return invalidTime('malformed', String(time), EXPECTED.milliseconds);
  const instant = instantFromMs(ms);
  const date = dateOf(wallFromInstant(instant, 0));
  const isKnown = date >= FIRST_DATE && date <= LAST_DATE;
  return isKnown ? ok(instant) : invalidTime('out-of-range', String(ms), EXPECTED.milliseconds);
}

/**
 * Writes an instant, minutes since 1970-01-01T00:00Z, in UTC: `2026-10-01T08:00:00Z`.
 *
 * @example
 * formatUtc(now) // => '2026-10-01T08:00:00Z'
 */
export function formatUtc(instant: Instant): string {
  return `${new Date(instant * 60_000).toISOString().slice(0, 19)}Z`;
}
