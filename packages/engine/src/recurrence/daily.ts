import { type LocalDate, plus } from '../time/units.js';
import { dayLimit } from './dayLimits.js';
import type { DayPattern } from './dayPattern.js';
import type { RecurrenceRule } from './rule.js';

const NEVER: DayPattern = { within: () => [], countBefore: () => 0 };
const DAYS_PER_WEEK = 7;

/** The dates of a DAILY rule: every INTERVAL days from the start, those that the limits let through. */
export function dailyPattern(rule: RecurrenceRule, start: LocalDate): DayPattern {
  const { interval, bySetPos } = rule;
  // A day's set has one member at most: it is the first and the last.
  if (bySetPos.length > 0 && !bySetPos.includes(1) && !bySetPos.includes(-1)) return NEVER;
  const limit = dayLimit(rule);
  /** How many steps lie before a date. */
  const stepsBefore = (date: LocalDate): number =>
    Math.max(0, Math.ceil((date - start) / interval));
  return {
    within: (from, through) => {
      const dates: LocalDate[] = [];
      for (
        let date = plus(start, stepsBefore(from) * interval);
        date <= through;
        date = plus(date, interval)
      ) {
        if (limit === undefined || limit(date)) dates.push(date);
      }
      return dates;
    },
    countBefore: (date, enough) => {
      const steps = stepsBefore(date);
      if (limit === undefined) return steps;
      const onStep = (step: number): boolean => limit(plus(start, step * interval));
      const byWeekdayOnly = rule.byMonth.length === 0 && rule.byMonthDay.length === 0;
      return byWeekdayOnly ? countWeekly(onStep, steps) : countSteps(onStep, steps, enough);
    },
  };
}

type StepTest = (step: number) => boolean;

function countSteps(onStep: StepTest, steps: number, enough: number): number {
  let count = 0;
  for (let step = 0; step < steps && count < enough; step += 1) {
    if (onStep(step)) count += 1;
  }
  return count;
}

/** Seven steps are whole weeks, so that the answers repeat. */
function countWeekly(onStep: StepTest, steps: number): number {
  const weeks = Math.floor(steps / DAYS_PER_WEEK);
  const perWeeks = countSteps(onStep, DAYS_PER_WEEK, Number.POSITIVE_INFINITY);
  const rest = countSteps(onStep, steps % DAYS_PER_WEEK, Number.POSITIVE_INFINITY);
  return weeks * perWeeks + rest;
}
