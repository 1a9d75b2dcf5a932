import { LAST_DATE } from '../../time/date.js';
import { type LocalDate, plus, weekday } from '../../time/units.js';
import type { RecurrenceRule } from '../rule.js';
import type { DateRange } from './periods.js';

/** Dates that are equally far apart: the first, and the days from each to the next. */
export interface EvenDates {
  readonly first: LocalDate;
  readonly step: number;
}

/**
 * The dates on which a rule with its implied parts recurs from DTSTART on, COUNT and UNTIL left aside, if they are
 * equally far apart by its form: every so many days, or one weekday every so many weeks.
 */
export function evenDatesOf(rule: RecurrenceRule, start: LocalDate): EvenDates | undefined {
  const { freq, interval, wkst, byMonth, byMonthDay, byDay, bySetPos } = rule;
  if (byMonth.length > 0 || byMonthDay.length > 0 || bySetPos.length > 0) return undefined;
  if (freq === 'DAILY' && byDay.length === 0) return { first: start, step: interval };
  const [day, ...others] = byDay;
  if (freq !== 'WEEKLY' || day === undefined || others.length > 0) return undefined;
  const daysIntoWeek = (of: number): number => (of - wkst + 7) % 7;
  const ahead = daysIntoWeek(day.weekday) - daysIntoWeek(weekday(start));
  const step = 7 * interval;
  return { first: plus(start, ahead < 0 ? ahead + step : ahead), step };
}

/** The dates of a range, none after 2199, that are among the first `count`. */
export function evenDatesIn(
  { first, step }: EvenDates,
  { from, through }: DateRange,
  count: number,
): readonly LocalDate[] {
  const next = Math.max(0, Math.ceil((from - first) / step));
  const last = Math.min(through, LAST_DATE, first + (count - 1) * step);
  const dates: LocalDate[] = [];
  for (let date = plus(first, next * step); date <= last; date = plus(date, step)) dates.push(date);
  return dates;
}
