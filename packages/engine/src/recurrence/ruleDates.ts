import { LAST_DATE } from '../time/iso.js';
import { type LocalDate, MINUTES_PER_DAY, plus } from '../time/units.js';
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

function patternOf(rule: RecurrenceRule, start: LocalDate): DayPattern {
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
