import type { RecurrenceRule } from './rule.js';
import { isLeap } from './yearShape.js';

/** A day as bits: its month (4 bits), its day of the month (5) and its day from the month's end (5). */
export type MonthDay = number;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysOfYear(february: number): readonly MonthDay[] {
  return MONTH_LENGTHS.flatMap((usual, index) => {
    const length = index === 1 ? february : usual;
    return Array.from(
      { length },
      (_, day) => (index + 1) | ((day + 1) << 4) | ((length - day) << 9),
    );
  });
}

const COMMON_YEAR = daysOfYear(28);
const LEAP_YEAR = daysOfYear(29);

/** Every day of a year. */
export function monthDaysOf(year: number): readonly MonthDay[] {
  return isLeap(year) ? LEAP_YEAR : COMMON_YEAR;
}

/** 1 to 12. */
export function monthOf(day: MonthDay): number {
  return day & 15;
}

const ALL = -1;

function bits(numbers: readonly number[]): number {
  return numbers.reduce((mask, number) => mask | (1 << number), 0);
}

/** The weekdays of BYDAY as bits, 0 is Monday; all of them if there is no BYDAY. */
export function weekdayBits(rule: RecurrenceRule): number {
  return rule.byDay.length === 0 ? ALL : bits(rule.byDay.map((part) => part.weekday));
}

/** BYMONTH and BYMONTHDAY as one test. */
export function monthDayTest({ byMonth, byMonthDay }: RecurrenceRule): (day: MonthDay) => boolean {
  const months = byMonth.length === 0 ? ALL : bits(byMonth);
  const anyDay = byMonthDay.length === 0;
  const fromStart = anyDay ? ALL : bits(byMonthDay.filter((day) => day > 0));
  const fromEnd = anyDay ? ALL : bits(byMonthDay.filter((day) => day < 0).map((day) => -day));
  return (day) => {
    if (((months >>> (day & 15)) & 1) === 0) return false;
    return (((fromStart >>> ((day >> 4) & 31)) | (fromEnd >>> (day >> 9))) & 1) === 1;
  };
}
