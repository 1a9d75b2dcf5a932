import { LAST_DATE } from '../time/date.js';
import { type LocalDate, weekday } from '../time/units.js';
import { monthDaysOf, monthDayTest, weekdayBits } from './monthDays.js';
import type { RecurrenceRule } from './rule.js';
import { newYear } from './yearShape.js';

/** BYMONTH, BYMONTHDAY and BYDAY where they only limit the days that the FREQ gives. */
export type DayLimit = (date: LocalDate) => boolean;

/** A year more than documents know at each end, for weeks that reach into it. */
const FIRST_YEAR = 1969;
const LAST_YEAR = 2200;
const FIRST_DATE = newYear(FIRST_YEAR);

let table: Uint16Array | undefined;

function tableOfDates(): Uint16Array {
  if (table !== undefined) return table;
  const days = new Uint16Array(LAST_DATE + 1 + 365 - FIRST_DATE);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    days.set(monthDaysOf(year), newYear(year) - FIRST_DATE);
  }
  table = days;
  return days;
}

/** BYMONTH and BYMONTHDAY as a test of dates; undefined if the rule has neither. */
export function monthLimit(rule: RecurrenceRule): DayLimit | undefined {
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0) return undefined;
  const days = tableOfDates();
  const test = monthDayTest(rule);
  return (date) => test(days[date - FIRST_DATE] ?? 0);
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
