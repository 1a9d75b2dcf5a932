import { err, ok, type Result } from 'neverthrow';
import { dateFromParts, FIRST_DATE, LAST_DATE } from './date.js';
import type { InvalidTimeReason } from './invalidTime.js';
import { type LocalDate, MINUTES_PER_DAY, type WallTime, wallAt } from './units.js';

/** A date and a time of day as they are written, read as far as documents and Docplanner agree. */
export interface DateTimeText {
  readonly wall: WallTime;
  /** `undefined` or such as `00`, `30`, `00.000`. */
  readonly seconds: string | undefined;
  /** As it is written: `Z`, `+02:00`, `+0200`. */
  readonly offset: { readonly text: string; readonly minutes: number } | undefined;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK_TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(Z|[+-]\d{2}:?\d{2})?$/;
const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;

/** The offset of Kiritimati, the largest one. */
const MAX_OFFSET = 14 * 60;

/** Reads `2026-10-05`. */
export function readDate(text: string): Result<LocalDate, InvalidTimeReason> {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return err('malformed');
  const date = dateFromParts(Number(year), Number(month), Number(day));
  if (date === undefined) return err('no-such-date');
  return date < FIRST_DATE || date > LAST_DATE ? err('out-of-range') : ok(date);
}

/** Reads `09:00` or `09:00:00` as minutes since midnight; `24:00` is 1440. */
export function readClockTime(text: string): Result<number, InvalidTimeReason> {
  const [, hour, minute, seconds = '00'] = CLOCK_TIME.exec(text) ?? [];
  if (hour === undefined) return err('malformed');
  const total = Number(hour) * 60 + Number(minute);
  if (Number(minute) > 59 || Number(seconds) > 59 || total > MINUTES_PER_DAY) {
    return err('no-such-time');
  }
  return seconds === '00' ? ok(total) : err('seconds');
}

/** Reads `2026-10-05T09:00`, with or without seconds and an offset. */
export function readDateTime(text: string): Result<DateTimeText, InvalidTimeReason> {
  const [, dateText = '', clock = '', seconds, offsetText] = DATE_TIME.exec(text) ?? [];
  const date = readDate(dateText);
  if (date.isErr()) return err(date.error);
  const minute = readClockTime(clock).unwrapOr(MINUTES_PER_DAY);
  if (minute === MINUTES_PER_DAY || Number(seconds ?? 0) >= 60) return err('no-such-time');
  const wall = wallAt(date.value, minute);
  if (offsetText === undefined) return ok({ wall, seconds, offset: undefined });
  const minutes = offsetMinutes(offsetText);
  if (minutes === undefined) return err('no-such-time');
  return ok({ wall, seconds, offset: { text: offsetText, minutes } });
}

function offsetMinutes(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > MAX_OFFSET) return undefined;
  return sign === '-' ? -size : size;
}
