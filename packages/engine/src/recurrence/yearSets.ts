import { atPositions } from './dayPattern.js';
import { type PartValue, partDays } from './partDays.js';
import type { RecurrenceRule } from './rule.js';
import { allOf, anyOf, hasDay, lengthOf, modelOf, type YearDays } from './yearShape.js';

/** The days that a MONTHLY or YEARLY rule gives in a year, each month's behind the other. */
export interface YearSet {
  /** Days after 1 January, sorted. */
  readonly days: readonly number[];
  /** Where the days of month `index` (0 is January) start in `days`; a thirteenth entry ends December's. */
  readonly monthStarts: readonly number[];
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The rule's days in the years of a shape, BYSETPOS applied, INTERVAL not. */
export function yearSet(rule: RecurrenceRule, shape: number): YearSet {
  const matching = allOf(
    valuesOf(rule).map((part) => anyOf(part.map((value) => partDays(value, shape)))),
  );
  const months = EVERY_MONTH.map((month) =>
    daysOfMonth(matching, partDays({ part: 'month', value: month }, shape), shape),
  );
  const chosen = choose(months, rule);
  const monthStarts = [0];
  let total = 0;
  for (const days of chosen) {
    total += days.length;
    monthStarts.push(total);
  }
  return { days: chosen.flat(), monthStarts };
}

type Months = readonly (readonly number[])[];

function choose(months: Months, rule: RecurrenceRule): Months {
  if (rule.bySetPos.length === 0) return months;
  if (rule.freq === 'MONTHLY') return months.map((days) => atPositions(days, rule.bySetPos));
  const chosen = new Set(atPositions(months.flat(), rule.bySetPos));
  return months.map((days) => days.filter((day) => chosen.has(day)));
}

function daysOfMonth(matching: YearDays, month: YearDays, shape: number): readonly number[] {
  const days: number[] = [];
  const length = lengthOf(modelOf(shape));
  for (let day = 0; day < length; day += 1) {
    if (hasDay(month, day) && hasDay(matching, day)) days.push(day);
  }
  return days;
}

/** A day must have one value of every part that the rule has. */
function valuesOf(rule: RecurrenceRule): readonly (readonly PartValue[])[] {
  const ofYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  const counted = ofYear ? 'weekday-of-year' : 'weekday-of-month';
  const parts: readonly (readonly PartValue[])[] = [
    rule.byMonth.map((value) => ({ part: 'month', value })),
    rule.byMonthDay.map((value) => ({ part: 'month-day', value })),
    rule.byYearDay.map((value) => ({ part: 'year-day', value })),
    rule.byWeekNo.map((value) => ({ part: 'week', value, wkst: rule.wkst })),
    rule.byDay.map(({ weekday, ordinal }) =>
      ordinal === 0 ? { part: 'weekday', weekday } : { part: counted, weekday, ordinal },
    ),
  ];
  return parts.filter((part) => part.length > 0);
}
