import type { RecurrenceRule } from '../../src/recurrence/rule.js';
import { firstOfMonth, partsOf, weekdayOf, weekNumbers, weekStart } from './calendarDate.js';

/** First and last date of the day, week, month or year that FREQ means, and its running number. */
interface Period {
  readonly number: number;
  readonly first: number;
  readonly last: number;
}

function monthOf(date: number): Period {
  const { year, month } = partsOf(date);
  const first = firstOfMonth(year, month);
  return { number: year * 12 + month, first, last: firstOfMonth(year, month + 1) - 1 };
}

function yearOf(date: number): Period {
  const { year } = partsOf(date);
  return { number: year, first: firstOfMonth(year, 1), last: firstOfMonth(year + 1, 1) - 1 };
}

function periodOf(rule: RecurrenceRule, date: number): Period {
  switch (rule.freq) {
    case 'DAILY':
      return { number: date, first: date, last: date };
    case 'WEEKLY': {
      const first = weekStart(date, rule.wkst);
      return { number: Math.floor((first - rule.wkst) / 7), first, last: first + 6 };
    }
    case 'MONTHLY':
      return monthOf(date);
    case 'YEARLY':
      return yearOf(date);
  }
}

/** A position in a period, counted from its start (1, 2…) and from its end (-1, -2…). */
function isAt(wanted: readonly number[], positions: readonly number[]): boolean {
  return wanted.length === 0 || positions.some((position) => wanted.includes(position));
}

function monthDays(date: number): readonly number[] {
  const { first, last } = monthOf(date);
  return [date - first + 1, date - last - 1];
}

function yearDays(date: number): readonly number[] {
  const { first, last } = yearOf(date);
  return [date - first + 1, date - last - 1];
}

/** BYDAY=2TU: the second Tuesday of the month, or of the year where no month is named. */
function isOnByDay(rule: RecurrenceRule, date: number): boolean {
  if (rule.byDay.length === 0) return true;
  const inMonth = rule.freq === 'MONTHLY' || rule.byMonth.length > 0;
  const { first, last } = inMonth ? monthOf(date) : yearOf(date);
  const fromStart = Math.floor((date - first) / 7) + 1;
  const fromEnd = -Math.floor((last - date) / 7) - 1;
  return rule.byDay.some(
    ({ weekday, ordinal }) =>
      weekday === weekdayOf(date) && [0, fromStart, fromEnd].includes(ordinal),
  );
}

/** What the rule does not say is taken from DTSTART. */
function agreesWithStart(rule: RecurrenceRule, start: number, date: number): boolean {
  const sameWeekday = weekdayOf(date) === weekdayOf(start);
  const sameDay = partsOf(date).day === partsOf(start).day;
  const sameMonth = partsOf(date).month === partsOf(start).month;
  const says = (part: readonly unknown[]): boolean => part.length > 0;
  switch (rule.freq) {
    case 'DAILY':
      return true;
    case 'WEEKLY':
      return says(rule.byDay) || sameWeekday;
    case 'MONTHLY':
      return says(rule.byDay) || says(rule.byMonthDay) || sameDay;
    case 'YEARLY':
      if (says(rule.byDay) || says(rule.byMonthDay) || says(rule.byYearDay)) return true;
      if (says(rule.byWeekNo)) return sameWeekday;
      return sameDay && (says(rule.byMonth) || sameMonth);
  }
}

/** True if a date is one of its period's, INTERVAL and BYSETPOS aside. */
function isCandidate(rule: RecurrenceRule, start: number, date: number): boolean {
  return (
    isAt(rule.byMonth, [partsOf(date).month]) &&
    isAt(rule.byMonthDay, monthDays(date)) &&
    isAt(rule.byYearDay, yearDays(date)) &&
    isAt(rule.byWeekNo, weekNumbers(date, rule.wkst)) &&
    isOnByDay(rule, date) &&
    agreesWithStart(rule, start, date)
  );
}

/** The dates of a period that BYSETPOS chooses from all of the period's candidates. */
function chosenIn(rule: RecurrenceRule, start: number, period: Period): readonly number[] {
  const all: number[] = [];
  for (let date = period.first; date <= period.last; date++) {
    if (isCandidate(rule, start, date)) all.push(date);
  }
  return all.filter((_, index) => isAt(rule.bySetPos, [index + 1, index - all.length]));
}

/** The dates from DTSTART's through `last` that match a rule; COUNT and UNTIL are not looked at. */
export function matchingDates(
  rule: RecurrenceRule,
  start: number,
  last: number,
): readonly number[] {
  const origin = periodOf(rule, start).number;
  const found: number[] = [];
  let date = start;
  while (date <= last) {
    const period = periodOf(rule, date);
    if ((period.number - origin) % rule.interval === 0) {
      found.push(...chosenIn(rule, start, period));
    }
    date = period.last + 1;
  }
  return found.filter((match) => match >= start && match <= last);
}
