import { dateFromParts, FIRST_DATE, LAST_DATE } from './date.js';
import type { InvalidTimeReason } from './invalidTime.js';
import { type LocalDate, MINUTES_PER_DAY, type WallTime, wallAt } from './units.js';

/**
 * Documents and answers have times by the hundred thousand, so they are read digit by digit, and what is
 * wrong with one is given as it is, without a Result around it.
 */

/** A date and a time of day as they are written, read as far as documents and Docplanner agree. */
export interface DateTimeText {
  readonly wall: WallTime;
  /** Of the minute, fractions included; 0 if there are none. */
  readonly seconds: number;
  readonly hasFraction: boolean;
  /** Minutes east of UTC; undefined if it is not written. */
  readonly offset: number | undefined;
  /** The offset is written as `+0200`. */
  readonly isCompact: boolean;
}

/** The offset of Kiritimati, the largest one. */
const MAX_OFFSET = 14 * 60;

const DATE_LENGTH = '2026-10-05'.length;
const DATE_TIME_LENGTH = '2026-10-05T09:00'.length;
const FRACTION = /^\.\d{1,9}/;

/** The number that so many digits at a place are; -1 if there is something else. */
function digits(text: string, place: number, count: number): number {
  let value = 0;
  for (let next = place; next < place + count; next += 1) {
    const digit = text.charCodeAt(next) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The date that the first ten characters name. */
function dateAtStart(text: string): LocalDate | InvalidTimeReason {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const isWhole = year >= 0 && month >= 0 && day >= 0;
  if (!isWhole || text[4] !== '-' || text[7] !== '-') return 'malformed';
  const date = dateFromParts(year, month, day);
  if (date === undefined) return 'no-such-date';
  return date < FIRST_DATE || date > LAST_DATE ? 'out-of-range' : date;
}

/** Reads `2026-10-05`. */
export function readDate(text: string): LocalDate | InvalidTimeReason {
  return text.length === DATE_LENGTH ? dateAtStart(text) : 'malformed';
}

const CLOCK_TIME = /^\d{2}:\d{2}(?::\d{2})?$/;

/** Reads `09:00` or `09:00:00` as minutes since midnight; `24:00` is 1440. */
export function readClockTime(text: string): number | InvalidTimeReason {
  if (!CLOCK_TIME.test(text)) return 'malformed';
  const minute = digits(text, 3, 2);
  const seconds = text.length > 5 ? digits(text, 6, 2) : 0;
  const total = digits(text, 0, 2) * 60 + minute;
  if (minute > 59 || seconds > 59 || total > MINUTES_PER_DAY) return 'no-such-time';
  return seconds === 0 ? total : 'seconds';
}

/** Reads `2026-10-05T09:00`, with or without seconds and an offset. */
export function readDateTime(text: string): DateTimeText | InvalidTimeReason {
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (hour < 0 || minute < 0 || text[10] !== 'T' || text[13] !== ':') return 'malformed';
  const date = dateAtStart(text);
  if (date === 'malformed') return date;

  let place = DATE_TIME_LENGTH;
  let seconds = 0;
  let hasFraction = false;
  if (text[place] === ':') {
    seconds = digits(text, place + 1, 2);
    if (seconds < 0) return 'malformed';
    place += 3;
    const [fraction] = text[place] === '.' ? (FRACTION.exec(text.slice(place)) ?? []) : [];
    if (fraction !== undefined) {
      hasFraction = true;
      seconds += Number(fraction);
      place += fraction.length;
    }
  }
  const offset = offsetAtEnd(text, place);
  if (offset === 'malformed') return offset;
  if (typeof date === 'string') return date;
  if (hour > 23 || minute > 59 || seconds >= 60 || offset === 'no-such-time') return 'no-such-time';
  const isCompact = text.length - place === 5;
  return { wall: wallAt(date, hour * 60 + minute), seconds, hasFraction, offset, isCompact };
}

/** The offset from `place` through the end of a text: nothing, `Z`, `+02:00` or `+0200`. */
function offsetAtEnd(
  text: string,
  place: number,
): number | 'malformed' | 'no-such-time' | undefined {
  const length = text.length - place;
  const sign = text[place];
  if (length === 0) return undefined;
  if (length === 1 && sign === 'Z') return 0;
  const hours = digits(text, place + 1, 2);
  const minutes = digits(text, text.length - 2, 2);
  const isOffset = length === 5 || (length === 6 && text[place + 3] === ':');
  if (!isOffset || hours < 0 || minutes < 0 || (sign !== '+' && sign !== '-')) return 'malformed';
  const size = hours * 60 + minutes;
  if (minutes > 59 || size > MAX_OFFSET) return 'no-such-time';
  return sign === '-' ? -size : size;
}
