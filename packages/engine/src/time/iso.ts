import { err, ok, type Result } from 'neverthrow';
import { dateFromParts, FIRST_DATE, LAST_DATE } from './date.js';
import {
  type Instant,
  instantFromWall,
  type LocalDate,
  MINUTES_PER_DAY,
  type WallTime,
  wallAt,
} from './units.js';

/** A text that is not the date or time that was asked for; `expected` names a right one. */
export interface InvalidTime {
  /** Of this kind of error. */
  readonly type: 'invalid-time';
  /** The text, as it was given. */
  readonly input: string;
  /** What a right one is, with an example. */
  readonly expected: string;
}

/** A one-off moment as documents write it: local to the calendar's zone, or exact. */
export type Moment =
  | { readonly kind: 'local'; readonly wall: WallTime }
  | { readonly kind: 'exact'; readonly instant: Instant };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::00)?(Z|[+-]\d{2}:\d{2})?$/;
const CLOCK_TIME = /^(\d{2}):(\d{2})(?::00)?$/;
const MAX_OFFSET = 14 * 60;

const EXPECTED = {
  date: 'a date from 1970-01-01 through 2199-12-31, such as 2026-10-05',
  wall: 'a local time without an offset, in whole minutes, such as 2026-10-05T09:00',
  moment:
    'a local time such as 2026-10-05T09:00, or one with an offset such as 2026-10-05T09:00+02:00, in whole minutes',
  instant: 'a time with an offset, in whole minutes, such as 2026-10-01T08:00:00Z',
  clock: 'a time of day from 00:00 to 24:00, in quotes, such as "09:00"',
} as const;

function invalid(input: string, expected: string): Result<never, InvalidTime> {
  return err({ type: 'invalid-time', input, expected });
}

/**
 * Reads `2026-10-05` as days since 1970-01-01; an error if there is no such date from 1970 to 2199.
 *
 * Law: `formatDate` writes what it read.
 *
 * @example
 * parseDate('1970-01-02') // => ok(1)
 * parseDate('2026-02-29').isErr() // => true
 */
export function parseDate(input: string): Result<LocalDate, InvalidTime> {
  const [, year, month, day] = DATE.exec(input) ?? [];
  const date = dateFromParts(Number(year), Number(month), Number(day));
  if (date === undefined || date < FIRST_DATE || date > LAST_DATE) {
    return invalid(input, EXPECTED.date);
  }
  return ok(date);
}

/** Reads `09:00` as minutes since midnight; `24:00` is 1440. */
export function parseClockTime(input: string): Result<number, InvalidTime> {
  const [, hour, minute] = CLOCK_TIME.exec(input) ?? [];
  const total = Number(hour) * 60 + Number(minute);
  const valid = Number(minute) < 60 && total <= MINUTES_PER_DAY;
  return valid ? ok(total) : invalid(input, EXPECTED.clock);
}

/**
 * Reads `2026-10-05T09:00` as a local time, `2026-10-05T09:00+02:00` as an instant, both in whole
 * minutes. An error if it is neither; `expected` is what the error says instead of both.
 *
 * @example
 * parseMoment('1970-01-01T01:00') // => ok({ kind: 'local', wall: 60 })
 * parseMoment('1970-01-01T01:00+01:00') // => ok({ kind: 'exact', instant: 0 })
 * parseMoment('2026-10-05T09:00:30').isErr() // => true
 */
export function parseMoment(
  input: string,
  expected: string = EXPECTED.moment,
): Result<Moment, InvalidTime> {
  const [, day = '', hour, minute, offsetText] = DATE_TIME.exec(input) ?? [];
  const date = parseDate(day);
  if (date.isErr() || Number(hour) > 23 || Number(minute) > 59) return invalid(input, expected);
  const wall = wallAt(date.value, Number(hour) * 60 + Number(minute));
  if (offsetText === undefined) return ok({ kind: 'local', wall });
  const offset = parseOffset(offsetText);
  if (offset === undefined) return invalid(input, expected);
  return ok({ kind: 'exact', instant: instantFromWall(wall, offset) });
}

function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  const minute = Number(text.slice(4));
  const size = Number(text.slice(1, 3)) * 60 + minute;
  if (minute > 59 || size > MAX_OFFSET) return undefined;
  return text.startsWith('-') ? -size : size;
}

/** Reads `2026-10-05T09:00`, without an offset. */
export function parseWallTime(input: string): Result<WallTime, InvalidTime> {
  return parseMoment(input, EXPECTED.wall).andThen((moment) =>
    moment.kind === 'local' ? ok(moment.wall) : invalid(input, EXPECTED.wall),
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
 * parseInstant('1970-01-01T01:00:00').isErr() // => true
 */
export function parseInstant(input: string): Result<Instant, InvalidTime> {
  return parseMoment(input, EXPECTED.instant).andThen((moment) =>
    moment.kind === 'exact' ? ok(moment.instant) : invalid(input, EXPECTED.instant),
  );
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
