import { firstOfMonth, LAST_DATE } from '../time/date.js';
import { type LocalDate, plus } from '../time/units.js';
import { type DateTest, dateTest, withImpliedParts } from './dates/dateTest.js';
import { evenDatesIn, evenDatesOf } from './dates/evenDates.js';
import { type DateRange, periodsOf } from './dates/periods.js';
import type { RecurrenceRule } from './rule.js';

/**
 * The dates on which a rule with DTSTART on `start` recurs, COUNT applied, UNTIL not (it needs the
 * zone), sorted; none is after 2199.
 */
export function ruleDates(
  given: RecurrenceRule,
  start: LocalDate,
  { from, through }: DateRange,
): readonly LocalDate[] {
  const rule = withImpliedParts(given, start);
  const even = evenDatesOf(rule, start);
  if (even !== undefined) {
    return evenDatesIn(even, { from, through }, rule.count ?? Number.POSITIVE_INFINITY);
  }
  if (rule.count === undefined) {
    return firstMatches(rule, start, { from, through }, Number.POSITIVE_INFINITY);
  }
  const counted = firstMatches(rule, start, { from: start, through }, rule.count);
  return counted.filter((date) => date >= from);
}

/** True if a rule matches a date from `start` through 2199, UNTIL and COUNT left aside; 30 February is none. */
export function canMatch(given: RecurrenceRule, start: LocalDate): boolean {
  const rule = withImpliedParts(given, start);
  if (rule.interval <= MAX_SLOW_INTERVAL) {
    const always = { ...rule, interval: 1 };
    const { from } = ALL_KINDS_OF_YEARS;
    if (firstMatches(always, from, ALL_KINDS_OF_YEARS, 1).length === 0) return false;
  }
  return firstMatches(rule, start, { from: start, through: LAST_DATE }, 1).length > 0;
}

/**
 * 2001 through 2028: years of both lengths, starting on every weekday, with every kind of year beside
 * them. What matches nothing here never does, which saves looking through two centuries.
 */
const ALL_KINDS_OF_YEARS: DateRange = {
  from: firstOfMonth(31 * 12),
  through: plus(firstOfMonth(59 * 12), -1),
};

/** With a longer INTERVAL two centuries have fewer dates to look at than these years. */
const MAX_SLOW_INTERVAL = 8;

/** The first `limit` dates of a range that a rule matches, COUNT and UNTIL left aside. */
function firstMatches(
  rule: RecurrenceRule,
  start: LocalDate,
  range: DateRange,
  limit: number,
): readonly LocalDate[] {
  const { freq, interval, bySetPos } = rule;
  const test = dateTest(rule);
  const within = overlap(range, { from: start, through: LAST_DATE });
  if (freq === 'DAILY') {
    // A day's set has one member at most, which is the first and the last.
    const isChosen = bySetPos.length === 0 || bySetPos.includes(1) || bySetPos.includes(-1);
    const from = plus(start, Math.ceil((within.from - start) / interval) * interval);
    return isChosen ? datesIn({ ...within, from }, test, limit, interval) : [];
  }
  if (interval === 1 && bySetPos.length === 0) return datesIn(within, test, limit);
  const periods = periodsOf(rule, start);
  const found: LocalDate[] = [];
  for (let number = periods.numberAt(within.from); found.length < limit; number += 1) {
    const period = periods.at(number);
    if (period.from > within.through) break;
    found.push(
      ...(bySetPos.length === 0
        ? datesIn(overlap(period, within), test, limit)
        : chosenIn(period, test, bySetPos).filter((date) => isWithin(date, within))),
    );
  }
  return found.slice(0, limit);
}

function datesIn(
  { from, through }: DateRange,
  test: DateTest,
  limit: number,
  step = 1,
): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date <= through && dates.length < limit; date = plus(date, step)) {
    if (test(date)) dates.push(date);
  }
  return dates;
}

/** BYSETPOS means the whole set of a period, even what lies before the rule's start. */
function chosenIn(
  period: DateRange,
  test: DateTest,
  positions: readonly number[],
): readonly LocalDate[] {
  const set = datesIn(period, test, Number.POSITIVE_INFINITY);
  return set.filter(
    (_, index) => positions.includes(index + 1) || positions.includes(index - set.length),
  );
}

function isWithin(date: LocalDate, { from, through }: DateRange): boolean {
  return from <= date && date <= through;
}

function overlap(a: DateRange, b: DateRange): DateRange {
  return {
    from: a.from > b.from ? a.from : b.from,
    through: a.through < b.through ? a.through : b.through,
  };
}
