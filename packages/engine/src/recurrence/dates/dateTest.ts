import type { LocalDate } from '../../time/units.js';
import type { RecurrenceRule, WeekdayPart } from '../rule.js';
import { calendarTable } from './calendarTable.js';

/** True for the dates that have a value of every BY-part; INTERVAL and BYSETPOS are not asked. */
export type DateTest = (date: LocalDate) => boolean;

/** A rule with what it leaves open taken from DTSTART (RFC 5545). */
export function withImpliedParts(rule: RecurrenceRule, start: LocalDate): RecurrenceRule {
  const choosesDays = [rule.byDay, rule.byMonthDay, rule.byYearDay].some(
    ({ length }) => length > 0,
  );
  if (choosesDays || rule.freq === 'DAILY') return rule;
  const { first, weekday, month, dayOfMonth } = calendarTable();
  if (rule.freq === 'WEEKLY') {
    return { ...rule, byDay: [{ weekday: weekday[start - first] ?? 0, ordinal: 0 }] };
  }
  const everyMonth = rule.freq === 'MONTHLY' || rule.byMonth.length > 0;
  return {
    ...rule,
    byMonth: everyMonth ? rule.byMonth : [month[start - first] ?? 0],
    byMonthDay: [dayOfMonth[start - first] ?? 0],
  };
}

/** The BY-parts of a rule, those that DTSTART implies with them, as one test. */
export function dateTest(rule: RecurrenceRule): DateTest {
  const tests = [
    ...(rule.byYearDay.length > 0 ? [byYearDay(rule)] : []),
    ...(rule.byWeekNo.length > 0 ? [byWeekNo(rule)] : []),
    ...(rule.byDay.some(({ ordinal }) => ordinal !== 0) ? [byNumberedDay(rule)] : []),
  ];
  const simple = byMonthAndDay(rule);
  if (tests.length === 0) return simple;
  return (date) => simple(date) && tests.every((test) => test(date));
}

/** Bit n is set if a list has n. */
function bits(numbers: readonly number[]): number {
  return numbers.reduce((mask, number) => mask | (1 << number), 0);
}

const ALL_BITS = -1;

/** BYMONTH, BYMONTHDAY and the weekdays of BYDAY: what most rules have, so it is tested in bits. */
function byMonthAndDay({ byMonth, byMonthDay, byDay }: RecurrenceRule): DateTest {
  const { first, weekday, month, dayOfMonth, dayFromMonthEnd } = calendarTable();
  const months = byMonth.length === 0 ? ALL_BITS : bits(byMonth);
  const days = byMonthDay.length === 0 ? ALL_BITS : bits(byMonthDay.filter((day) => day > 0));
  const fromEnd = bits(byMonthDay.filter((day) => day < 0).map((day) => -day));
  const weekdays = byDay.length === 0 ? ALL_BITS : bits(byDay.map((day) => day.weekday));
  return (date) => {
    const at = date - first;
    const onDay = (days >>> (dayOfMonth[at] ?? 0)) | (fromEnd >>> -(dayFromMonthEnd[at] ?? 0));
    return ((months >>> (month[at] ?? 0)) & onDay & (weekdays >>> (weekday[at] ?? 0)) & 1) === 1;
  };
}

function byYearDay(rule: RecurrenceRule): DateTest {
  const { first, dayOfYear, dayFromYearEnd } = calendarTable();
  const days = new Set(rule.byYearDay);
  return (date) =>
    days.has(dayOfYear[date - first] ?? 0) || days.has(dayFromYearEnd[date - first] ?? 0);
}

/**
 * Weeks start on WKST, and a week belongs to the year of its fourth day (ISO 8601): its number is that
 * of this weekday in the year. rrule and dateutil miscount some years, 1 January 2011 for one.
 */
function byWeekNo(rule: RecurrenceRule): DateTest {
  const { first, weekday, dayOfYear, dayFromYearEnd } = calendarTable();
  const weeks = new Set(rule.byWeekNo);
  return (date) => {
    const at = date - first;
    const fourth = at + 3 - (((weekday[at] ?? 0) - rule.wkst + 7) % 7);
    return (
      weeks.has(ordinalOf(dayOfYear[fourth] ?? 0)) ||
      weeks.has(ordinalOf(dayFromYearEnd[fourth] ?? 0))
    );
  };
}

/**
 * BYDAY's numbers count the weekdays of a month, or of a year where the rule names no month. With and
 * without numbers mixed (`MO,2TU`) either will do.
 */
function byNumberedDay(rule: RecurrenceRule): DateTest {
  const calendar = calendarTable();
  const inYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  const days = inYear ? calendar.dayOfYear : calendar.dayOfMonth;
  const daysFromEnd = inYear ? calendar.dayFromYearEnd : calendar.dayFromMonthEnd;
  return (date) => {
    const at = date - calendar.first;
    const ordinals = [0, ordinalOf(days[at] ?? 0), ordinalOf(daysFromEnd[at] ?? 0)];
    const isIt = (part: WeekdayPart): boolean =>
      part.weekday === calendar.weekday[at] && ordinals.includes(part.ordinal);
    return rule.byDay.some(isIt);
  };
}

/** The how-manieth of its weekday the n-th day is, or the -n-th: both counted alike. */
function ordinalOf(day: number): number {
  return day > 0 ? Math.ceil(day / 7) : Math.floor(day / 7);
}
