import { LAST_DATE } from '../time/date.js';
import { type LocalDate, MINUTES_PER_DAY, plus, weekday } from '../time/units.js';
import { dailyPattern } from './daily.js';
import type { DayPattern } from './dayPattern.js';
import { monthOrYearPattern } from './monthsAndYears.js';
import type { RecurrenceRule } from './rule.js';
import { weeklyPattern } from './weekly.js';

/** Whole local dates, both inclusive. */
export interface DateRange {
  readonly from: LocalDate;
  readonly through: LocalDate;
}

function patternOf(given: RecurrenceRule, start: LocalDate): DayPattern {
  const rule = asYearly(given, start);
  switch (rule.freq) {
    case 'DAILY':
      return dailyPattern(rule, start);
    case 'WEEKLY':
      return weeklyPattern(rule, start);
    case 'MONTHLY':
    case 'YEARLY':
      return monthOrYearPattern(rule, start);
  }
}

const EVERY_WEEKDAY = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ordinal: 0 }));

/**
 * A rule that looks at every day and limits the months is the same as a YEARLY one, whose days are
 * known by the year.
 */
function asYearly(rule: RecurrenceRule, start: LocalDate): RecurrenceRule {
  const limitsMonths = rule.byMonth.length > 0 || rule.byMonthDay.length > 0;
  if (rule.interval > 1 || rule.bySetPos.length > 0 || !limitsMonths) return rule;
  if (rule.freq === 'DAILY') {
    return { ...rule, freq: 'YEARLY', byDay: rule.byDay.length > 0 ? rule.byDay : EVERY_WEEKDAY };
  }
  if (rule.freq === 'WEEKLY') {
    const ofStart = [{ weekday: weekday(start), ordinal: 0 }];
    return { ...rule, freq: 'YEARLY', byDay: rule.byDay.length > 0 ? rule.byDay : ofStart };
  }
  return rule;
}

/**
 * The dates on which a rule with DTSTART on `start` recurs, COUNT applied, UNTIL not (it needs the
 * zone), sorted.
 */
export function ruleDates(
  rule: RecurrenceRule,
  start: LocalDate,
  { from, through }: DateRange,
): readonly LocalDate[] {
  const pattern = patternOf(rule, start);
  const dates = pattern.within(from, through < LAST_DATE ? through : LAST_DATE);
  if (rule.count === undefined || dates.length === 0) return dates;
  const left = rule.count - pattern.countBefore(from, rule.count);
  return left < dates.length ? dates.slice(0, Math.max(0, left)) : dates;
}

const FIRST_LOOK = 366;
const LOOK = 3660;

/**
 * False for a rule that matches no date from `start` through 2199-12-31, such as 30 February. An UNTIL
 * in UTC depends on a zone that isn't known here: it gets a day's tolerance, as the other forms do.
 */
export function canMatch(rule: RecurrenceRule, start: LocalDate): boolean {
  if (rule.until !== undefined && lastDateOf(rule.until) + 1 < start) return false;
  const pattern = patternOf(rule, start);
  let through = plus(start, FIRST_LOOK);
  for (let from = start; from <= LAST_DATE; ) {
    if (pattern.within(from, through < LAST_DATE ? through : LAST_DATE).length > 0) return true;
    from = plus(through, 1);
    through = plus(through, LOOK);
  }
  return false;
}

function lastDateOf(until: NonNullable<RecurrenceRule['until']>): number {
  switch (until.kind) {
    case 'date':
      return until.date;
    case 'local':
      return Math.floor(until.wall / MINUTES_PER_DAY);
    case 'utc':
      return Math.floor(until.instant / MINUTES_PER_DAY);
  }
}
