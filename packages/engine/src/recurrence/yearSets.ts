import { atPositions } from './dayPattern.js';
import { monthDaysOf, monthDayTest, monthOf } from './monthDays.js';
import { numberedDays } from './numberedWeekdays.js';
import type { RecurrenceRule, WeekdayPart } from './rule.js';
import { weekNumberDays } from './weekNumbers.js';
import { modelOf, newYear, weekdayOf } from './yearShape.js';

/** The days that a MONTHLY or YEARLY rule gives in a year, each month's after the other's. */
export interface YearSet {
  /** Days after 1 January, sorted. */
  readonly days: readonly number[];
  /** Where the days of month `index` (0 is January) start in `days`; a thirteenth entry ends December's. */
  readonly monthStarts: readonly number[];
}

type Months = readonly (readonly number[])[];
type DayTest = (day: number) => boolean;

/** The rule's days in the years of a shape, BYSETPOS applied, INTERVAL not. */
export function yearSet(rule: RecurrenceRule, shape: number): YearSet {
  const chosen = choose(matchingDays(rule, shape), rule);
  const monthStarts = [0];
  let total = 0;
  for (const days of chosen) {
    total += days.length;
    monthStarts.push(total);
  }
  return { days: chosen.flat(), monthStarts };
}

/** BYSETPOS means the whole set of a period, even what lies before the rule's start. */
function choose(months: Months, rule: RecurrenceRule): Months {
  if (rule.bySetPos.length === 0) return months;
  if (rule.freq === 'MONTHLY') return months.map((days) => atPositions(days, rule.bySetPos));
  const chosen = new Set(atPositions(months.flat(), rule.bySetPos));
  return months.map((days) => days.filter((day) => chosen.has(day)));
}

/** A day must have one of the values of every part that the rule has. */
function matchingDays(rule: RecurrenceRule, shape: number): Months {
  const months: number[][] = Array.from({ length: 12 }, () => []);
  const tests = [yearDayTest(rule, shape), weekTest(rule, shape), weekdayTest(rule, shape)];
  const needed = tests.filter((test) => test !== undefined);
  const inMonth = monthDayTest(rule);
  for (const [day, monthDay] of monthDaysOf(modelOf(shape)).entries()) {
    if (inMonth(monthDay) && needed.every((test) => test(day))) {
      months[monthOf(monthDay) - 1]?.push(day);
    }
  }
  return months;
}

function yearDayTest({ byYearDay }: RecurrenceRule, shape: number): DayTest | undefined {
  if (byYearDay.length === 0) return undefined;
  const length = monthDaysOf(modelOf(shape)).length;
  const days = new Set(byYearDay.map((day) => (day > 0 ? day - 1 : length + day)));
  return (day) => days.has(day);
}

function weekTest({ byWeekNo, wkst }: RecurrenceRule, shape: number): DayTest | undefined {
  if (byWeekNo.length === 0) return undefined;
  const days = weekNumberDays(modelOf(shape), byWeekNo, wkst);
  return (day) => days.has(day);
}

/** With and without numbers mixed (BYDAY=MO,2TU) either will do; dateutil and rrule want both. */
function weekdayTest(rule: RecurrenceRule, shape: number): DayTest | undefined {
  if (rule.byDay.length === 0) return undefined;
  const year = modelOf(shape);
  const first = newYear(year);
  const countedIn = rule.freq === 'YEARLY' && rule.byMonth.length === 0 ? 'year' : 'month';
  const byWeekday = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    rule.byDay.filter((part) => part.weekday === weekday),
  );
  const numbered = (part: WeekdayPart, day: number): boolean =>
    part.ordinal === 0 || numberedDays(part.ordinal, countedIn, year).has(day);
  return (day) => {
    const parts = byWeekday[weekdayOf(first + day)] ?? [];
    return parts.some((part) => numbered(part, day));
  };
}
