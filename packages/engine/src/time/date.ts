import { type LocalDate, plus } from './units.js';

const MS_PER_DAY = 86_400_000;

/** The first date that a document can name: 1970-01-01. */
export const FIRST_DATE = 0 as LocalDate;

/** The last date that a document can name: 2199-12-31. */
export const LAST_DATE = daysOf(Date.UTC(2199, 11, 31));

/** Days of a year that lie before each of its months, and after the last; 29 February not counted. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Days from 0001-01-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_162;

/** Days since 1970-01-01 of a date on the proleptic Gregorian calendar, if there is such a date. */
export function dateFromParts(year: number, month: number, day: number): LocalDate | undefined {
  const before = DAYS_BEFORE[month - 1];
  const through = DAYS_BEFORE[month];
  if (before === undefined || through === undefined) return undefined;
  const leapDay = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const length = through - before + (month === 2 ? leapDay : 0);
  if (day < 1 || day > length) return undefined;
  const years = year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const dayOfYear = before + (month > 2 ? leapDay : 0) + day - 1;
  return (years * 365 + leapDays + dayOfYear - DAYS_TO_1970) as LocalDate;
}

/** At most one text for each date that has been written, of which documents know 84,006; not observable. */
const dateTexts = new Map<LocalDate, string>();

/**
 * Writes days since 1970-01-01 as `2026-10-05`.
 *
 * @example
 * formatDate(monday.from) // => '2026-10-05'
 */
export function formatDate(date: LocalDate): string {
  const known = dateTexts.get(date);
  if (known !== undefined) return known;
  const text = new Date(date * MS_PER_DAY).toISOString().slice(0, 10);
  dateTexts.set(date, text);
  return text;
}

/**
 * A date so many days later; negative for earlier.
 *
 * @example
 * formatDate(addDays(monday.from, 7)) // => '2026-10-12'
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return plus(date, days);
}

/** The month that a date lies in, in whole months since January 1970. */
export function monthOf(date: LocalDate): number {
  const utc = new Date(date * MS_PER_DAY);
  return (utc.getUTCFullYear() - 1970) * 12 + utc.getUTCMonth();
}

/** The first date of a month that is counted from January 1970. */
export function firstOfMonth(month: number): LocalDate {
  return daysOf(Date.UTC(1970, month, 1));
}

/**
 * Whole days of midnights in UTC. Rounded although nothing is left over: a quotient is a floating-point
 * number to V8, and would make one of every instant that is computed from it, at twice the memory.
 */
function daysOf(ms: number): LocalDate {
  return Math.round(ms / MS_PER_DAY) as LocalDate;
}
