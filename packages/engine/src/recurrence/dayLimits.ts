import { LAST_DATE } from '../time/iso.js';
import { type LocalDate, weekday } from '../time/units.js';
import type { RecurrenceRule } from './rule.js';

/** BYMONTH, BYMONTHDAY and BYDAY where they only limit days that the FREQ gives. */
export type DayLimit = (date: LocalDate) => boolean;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A year more than documents know at each end, for weeks that reach into it. */
const FIRST_YEAR = 1969;
const LAST_YEAR = 2200;
const FIRST_DATE = -365;

let packed: Uint16Array | undefined;

/** Month (4 bits), day of the month (5) and day from its end (5) of every date from FIRST_DATE. */
function monthDays(): Uint16Array {
  if (packed !== undefined) return packed;
  const table = new Uint16Array(LAST_DATE + 1 + 365 - FIRST_DATE);
  let at = 0;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const [index, usual] of MONTH_LENGTHS.entries()) {
      const length = index === 1 && isLeap(year) ? 29 : usual;
      for (let day = 1; day <= length; day += 1) {
        table[at] = (index + 1) | (day << 4) | ((length + 1 - day) << 9);
        at += 1;
      }
    }
  }
  packed = table;
  return table;
}

/** True for years with a 29 February. */
export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const bits = (numbers: readonly number[]): number =>
  numbers.reduce((mask, number) => mask | (1 << number), 0);
const ALL = -1;

/** The weekdays of BYDAY as bits, 0 is Monday; all of them if there is no BYDAY. */
export function weekdayBits(rule: RecurrenceRule): number {
  return rule.byDay.length === 0 ? ALL : bits(rule.byDay.map((part) => part.weekday));
}

/** BYMONTH and BYMONTHDAY as a test of dates; undefined if the rule has neither. */
export function monthLimit(rule: RecurrenceRule): DayLimit | undefined {
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0) return undefined;
  const table = monthDays();
  const months = rule.byMonth.length === 0 ? ALL : bits(rule.byMonth);
  const anyDay = rule.byMonthDay.length === 0;
  const fromStart = anyDay ? ALL : bits(rule.byMonthDay.filter((day) => day > 0));
  const fromEnd = anyDay ? ALL : bits(rule.byMonthDay.filter((day) => day < 0).map((day) => -day));
  return (date) => {
    const day = table[date - FIRST_DATE] ?? 0;
    if (((months >>> (day & 15)) & 1) === 0) return false;
    return (((fromStart >>> ((day >> 4) & 31)) | (fromEnd >>> (day >> 9))) & 1) === 1;
  };
}

/** Every limit of a DAILY rule in one test; undefined if it has none. */
export function dayLimit(rule: RecurrenceRule): DayLimit | undefined {
  const inMonth = monthLimit(rule);
  if (rule.byDay.length === 0) return inMonth;
  const weekdays = weekdayBits(rule);
  const onWeekday: DayLimit = (date) => ((weekdays >>> weekday(date)) & 1) === 1;
  if (inMonth === undefined) return onWeekday;
  return (date) => onWeekday(date) && inMonth(date);
}
