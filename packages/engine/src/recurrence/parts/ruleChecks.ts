import { err, ok, type Result } from 'neverthrow';
import type { Frequency, RecurrenceRule } from '../rule.js';
import type { RuleError } from '../ruleError.js';

/** The largest number that a weekday can have in a month. */
const MAX_IN_MONTH = 5;
const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** What RFC 5545's table of parts by FREQ calls N/A. */
const NOT_ALLOWED: Readonly<Record<Frequency, readonly (keyof typeof BY_PARTS)[]>> = {
  DAILY: ['BYYEARDAY', 'BYWEEKNO'],
  WEEKLY: ['BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'],
  MONTHLY: ['BYYEARDAY', 'BYWEEKNO'],
  YEARLY: [],
};

const BY_PARTS = {
  BYMONTH: (rule: RecurrenceRule) => rule.byMonth.length,
  BYMONTHDAY: (rule: RecurrenceRule) => rule.byMonthDay.length,
  BYDAY: (rule: RecurrenceRule) => rule.byDay.length,
  BYYEARDAY: (rule: RecurrenceRule) => rule.byYearDay.length,
  BYWEEKNO: (rule: RecurrenceRule) => rule.byWeekNo.length,
};

/** What is asked of a rule's parts together, each being right by itself. */
export function checkRule(rule: RecurrenceRule): Result<RecurrenceRule, RuleError> {
  if (rule.count !== undefined && rule.until !== undefined) return err({ type: 'count-and-until' });
  const part = NOT_ALLOWED[rule.freq].find((name) => BY_PARTS[name](rule) > 0);
  if (part !== undefined) return err({ type: 'part-not-allowed', part, freq: rule.freq });
  const alone = Object.values(BY_PARTS).every((size) => size(rule) === 0);
  if (alone && rule.bySetPos.length > 0) return err({ type: 'set-position-alone' });
  return checkYear(rule).andThen(checkOrdinals);
}

/** Implementations disagree on which days of a week, and which months, these two forms mean. */
function checkYear(rule: RecurrenceRule): Result<RecurrenceRule, RuleError> {
  if (rule.freq !== 'YEARLY') return ok(rule);
  if (rule.byWeekNo.length > 0 && rule.byDay.length === 0) {
    return err({ type: 'week-without-weekday' });
  }
  if (rule.byMonthDay.length > 0 && rule.byMonth.length === 0) {
    return err({ type: 'month-day-without-month' });
  }
  return ok(rule);
}

function checkOrdinals(rule: RecurrenceRule): Result<RecurrenceRule, RuleError> {
  for (const { weekday, ordinal } of rule.byDay) {
    if (ordinal === 0) continue;
    const value = `${ordinal}${NAMES[weekday]}`;
    if (rule.freq === 'DAILY' || rule.freq === 'WEEKLY') {
      return err({ type: 'ordinal-not-allowed', value, freq: rule.freq });
    }
    if (rule.byWeekNo.length > 0) return err({ type: 'ordinal-with-week-number', value });
    if (rule.freq === 'MONTHLY' && Math.abs(ordinal) > MAX_IN_MONTH) {
      return err({ type: 'invalid-ordinal', value, most: MAX_IN_MONTH });
    }
  }
  return ok(rule);
}
