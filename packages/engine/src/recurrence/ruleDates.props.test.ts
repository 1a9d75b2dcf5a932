import fc from 'fast-check';
import { type Options, RRule, Weekday } from 'rrule';
import { expect, test } from 'vitest';
import { dateFromParts, LAST_DATE, partsOf } from '../time/date.js';
import { parseDate } from '../time/iso.js';
import { type LocalDate, plus, weekday } from '../time/units.js';
import type { Frequency, RecurrenceRule } from './rule.js';
import { checkRule } from './ruleChecks.js';
import { canMatch, ruleDates } from './ruleDates.js';

const EPOCH = parseDate('1970-01-01')._unsafeUnwrap();
const either = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.constantFrom(1, -1)).map(([n, sign]) => n * sign);
const some = <T>(value: fc.Arbitrary<T>, most: number, often = 3) =>
  fc.oneof(
    { weight: often, arbitrary: fc.constant<T[]>([]) },
    { weight: 2, arbitrary: fc.uniqueArray(value, { minLength: 1, maxLength: most }) },
  );

/** Rules that parseRule would give, apart from COUNT and UNTIL. */
const ruleOf = (freq: Frequency): fc.Arbitrary<RecurrenceRule> => {
  const yearly = freq === 'YEARLY';
  const numbers = yearly || freq === 'MONTHLY' ? some(either(5), 1, 2) : fc.constant([]);
  return fc
    .record({
      freq: fc.constant(freq),
      interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 14 })),
      count: fc.constant(undefined),
      until: fc.constant(undefined),
      wkst: fc.integer({ min: 0, max: 6 }),
      byMonth: some(fc.integer({ min: 1, max: 12 }), 4),
      byMonthDay: freq === 'WEEKLY' ? fc.constant([]) : some(either(31), 6),
      byDay: some(
        fc.record({ weekday: fc.integer({ min: 0, max: 6 }), ordinal: fc.constant(0) }),
        5,
        1,
      ).chain((days) => numbers.map(([ordinal = 0]) => days.map((day) => ({ ...day, ordinal })))),
      byYearDay: yearly ? some(either(366), 30, 6) : fc.constant([]),
      byWeekNo: yearly ? some(either(53), 20, 4) : fc.constant([]),
      bySetPos: some(either(6), 3, 3),
    })
    .map((rule) => (checkRule(rule).isOk() ? rule : { ...rule, byWeekNo: [], bySetPos: [] }));
};
const anyRule = fc.constantFrom<Frequency>('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').chain(ruleOf);
const anyDate = fc.integer({ min: 0, max: 30_000 }).map((days) => plus(EPOCH, days));
const lengthOfRange = fc.integer({ min: 0, max: 800 });

/** The rule read off RFC 5545, a day at a time: what a period's set holds, then the chosen ones. */
function naiveDates(rule: RecurrenceRule, start: LocalDate, through: LocalDate): LocalDate[] {
  const sets = new Map<number, LocalDate[]>();
  for (let date = plus(start, -400); date <= plus(through, 400); date = plus(date, 1)) {
    const period = periodOf(rule, date) - periodOf(rule, start);
    if (period < 0 || period % rule.interval !== 0 || !inSet(rule, start, date)) continue;
    sets.set(period, [...(sets.get(period) ?? []), date]);
  }
  return [...sets.values()]
    .flatMap((set) =>
      set.filter(
        (_, index) =>
          rule.bySetPos.length === 0 ||
          rule.bySetPos.includes(index + 1) ||
          rule.bySetPos.includes(index - set.length),
      ),
    )
    .filter((date) => date >= start && date <= through);
}

function periodOf(rule: RecurrenceRule, date: LocalDate): number {
  const { year, month } = partsOf(date);
  if (rule.freq === 'DAILY') return date;
  if (rule.freq === 'WEEKLY') return Math.floor((date + 3 - rule.wkst) / 7);
  return rule.freq === 'MONTHLY' ? year * 12 + month : year;
}

function inSet(rule: RecurrenceRule, start: LocalDate, date: LocalDate): boolean {
  const { year, month, day } = partsOf(date);
  const first = partsOf(start);
  const none = (...lists: readonly (readonly unknown[])[]) => lists.every((l) => l.length === 0);
  const has = (list: readonly number[], index: number, size: number) =>
    list.length === 0 || list.includes(index) || list.includes(index - size - 1);
  const on = (y: number, m: number, d: number): LocalDate => dateFromParts(y, m, d) ?? EPOCH;
  const inYear = date - on(year, 1, 1) + 1;
  const yearLength = on(year + 1, 1, 1) - on(year, 1, 1);
  const monthLength =
    (month === 12 ? on(year + 1, 1, 1) : on(year, month + 1, 1)) - on(year, month, 1);
  const implied = none(rule.byMonthDay, rule.byDay, rule.byYearDay, rule.byWeekNo);
  if (implied && rule.freq === 'WEEKLY' && weekday(date) !== weekday(start)) return false;
  if (implied && rule.freq === 'MONTHLY' && day !== first.day) return false;
  if (implied && rule.freq === 'YEARLY') {
    if (day !== first.day || (none(rule.byMonth) && month !== first.month)) return false;
  }
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false;
  if (!has(rule.byMonthDay, day, monthLength) || !has(rule.byYearDay, inYear, yearLength))
    return false;
  if (rule.byWeekNo.length > 0) {
    // A week belongs to the year of its fourth day; week 1 is the first that does.
    const fourth = plus(date, 3 - ((weekday(date) - rule.wkst + 7) % 7));
    const newYear = (y: number) => on(y, 1, 1);
    const weekYear = partsOf(fourth).year;
    const number = Math.floor((fourth - newYear(weekYear)) / 7) + 1;
    let last = plus(newYear(weekYear + 1), -1);
    while ((weekday(last) - rule.wkst + 7) % 7 !== 3) last = plus(last, -1);
    const weeks = Math.floor((last - newYear(weekYear)) / 7) + 1;
    if (!has(rule.byWeekNo, number, weeks)) return false;
  }
  const inMonth = rule.freq === 'MONTHLY' || rule.byMonth.length > 0;
  const [index, size] = inMonth ? [day, monthLength] : [inYear, yearLength];
  return (
    none(rule.byDay) ||
    rule.byDay.some(
      ({ weekday: wanted, ordinal }) =>
        wanted === weekday(date) &&
        (ordinal === 0 ||
          ordinal === Math.ceil(index / 7) ||
          ordinal === -Math.ceil((size - index + 1) / 7)),
    )
  );
}

test('a rule gives what RFC 5545 says, a day at a time', () => {
  fc.assert(
    fc.property(anyRule, anyDate, lengthOfRange, (rule, start, length) => {
      const through = plus(start, length);
      expect(ruleDates(rule, start, { from: start, through })).toEqual(
        naiveDates(rule, start, through),
      );
    }),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 400) },
  );
});

test('weekdays with and without numbers may be mixed: either will do', () => {
  const mixed = fc.array(
    fc.record({
      weekday: fc.integer({ min: 0, max: 6 }),
      ordinal: fc.integer({ min: -5, max: 5 }),
    }),
    { minLength: 2, maxLength: 5 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom<Frequency>('MONTHLY', 'YEARLY').chain(ruleOf),
      mixed,
      anyDate,
      (base, byDay, start) => {
        const rule = { ...base, byDay, byWeekNo: [] };
        const through = plus(start, 500);
        expect(ruleDates(rule, start, { from: start, through })).toEqual(
          naiveDates(rule, start, through),
        );
      },
    ),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 150) },
  );
});

/** To rrule an empty list is a part that is given. */
function partsForRrule(rule: RecurrenceRule): Partial<Options> {
  const weekdays = rule.byDay.map(({ weekday: day, ordinal }) =>
    ordinal === 0 ? new Weekday(day) : new Weekday(day, ordinal),
  );
  return {
    ...(rule.byMonth.length > 0 && { bymonth: [...rule.byMonth] }),
    ...(rule.byMonthDay.length > 0 && { bymonthday: [...rule.byMonthDay] }),
    ...(rule.byYearDay.length > 0 && { byyearday: [...rule.byYearDay] }),
    ...(weekdays.length > 0 && { byweekday: weekdays }),
  };
}

test('without BYSETPOS and week numbers a rule gives what rrule gives', () => {
  const MS_PER_DAY = 86_400_000;
  fc.assert(
    fc.property(anyRule, anyDate, lengthOfRange, (given, start, length) => {
      const rule = { ...given, bySetPos: [], byWeekNo: [] };
      const through = plus(start, length);
      // rrule would search an empty rule up to the year 9999.
      fc.pre(naiveDates(rule, start, plus(through, 1500)).some((date) => date > through));
      const theirs = new RRule({
        freq: RRule[rule.freq],
        interval: rule.interval,
        wkst: rule.wkst,
        dtstart: new Date(start * MS_PER_DAY),
        until: new Date(through * MS_PER_DAY),
        ...partsForRrule(rule),
      });
      const expected = theirs.all().map((date) => date.getTime() / MS_PER_DAY);
      expect(ruleDates(rule, start, { from: start, through })).toEqual(expected);
    }),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 150) },
  );
});

test('moving the range clips the answer', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      anyDate,
      fc.oneof(fc.integer({ min: -10, max: 300 }), fc.integer({ min: -10, max: 9000 })),
      lengthOfRange,
      (base, count, start, later, length) => {
        const rule = { ...base, count };
        const from = plus(start, later);
        const through = plus(from, length);
        const whole = ruleDates(rule, start, { from: start, through });
        expect(ruleDates(rule, start, { from, through })).toEqual(
          whole.filter((date) => date >= from),
        );
      },
    ),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 500) },
  );
});

test('COUNT keeps the first ones', () => {
  fc.assert(
    fc.property(anyRule, fc.integer({ min: 1, max: 60 }), anyDate, (base, count, start) => {
      const range = { from: start, through: plus(start, 3000) };
      const all = ruleDates(base, start, range);
      expect(ruleDates({ ...base, count }, start, range)).toEqual(all.slice(0, count));
    }),
  );
});

test('a rule can match if it has a date through 2199', () => {
  fc.assert(
    fc.property(anyRule, anyDate, (rule, start) => {
      const dates = ruleDates(rule, start, { from: start, through: LAST_DATE });
      expect(canMatch(rule, start)).toBe(dates.length > 0);
    }),
  );
});
