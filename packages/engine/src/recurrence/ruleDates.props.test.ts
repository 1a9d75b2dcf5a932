import fc from 'fast-check';
import { type Options, RRule, Weekday } from 'rrule';
import { expect, test } from 'vitest';
import { matchingDates } from '../../test/naive/rule.js';
import { LAST_DATE } from '../time/date.js';
import { parseDate } from '../time/iso.js';
import { type LocalDate, plus } from '../time/units.js';
import { parseRule } from './parseRule.js';
import { checkRule } from './parts/ruleChecks.js';
import type { Frequency, RecurrenceRule } from './rule.js';
import { canMatch, ruleDates } from './ruleDates.js';

const MS_PER_DAY = 86_400_000;
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
    .map((rule) => (checkRule(rule).isOk() ? rule : { ...rule, byWeekNo: [], bySetPos: [] }))
    .map((rule) => (checkRule(rule).isOk() ? rule : { ...rule, byMonthDay: [] }));
};
const anyRule = fc.constantFrom<Frequency>('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').chain(ruleOf);
const anyDate = fc.integer({ min: 0, max: 30_000 }).map((days) => plus(EPOCH, days));
const lengthOfRange = fc.integer({ min: 0, max: 800 });

/** The rule read off RFC 5545, a day at a time. */
const naiveDates = (rule: RecurrenceRule, start: LocalDate, through: LocalDate) =>
  matchingDates(rule, start, through).map((date) => plus(EPOCH, date));

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

test.each([
  ['month', 'FREQ=MONTHLY', RRule.MONTHLY, 5],
  ['year', 'FREQ=YEARLY', RRule.YEARLY, 53],
])('each numbered weekday of a %s is the one that rrule finds', (_, freq, theirFreq, most) => {
  // 28 years: of both lengths, from every weekday.
  const [from, through] = [parseDate('2001-01-01'), parseDate('2028-12-31')].map((date) =>
    date._unsafeUnwrap(),
  );
  const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  for (let ordinal = -most; ordinal <= most; ordinal += 1) {
    if (ordinal === 0 || from === undefined || through === undefined) continue;
    const byDay = names.map((name) => `${ordinal}${name}`).join(',');
    const rule = parseRule(`${freq};BYDAY=${byDay}`)._unsafeUnwrap();
    const theirs = new RRule({
      freq: theirFreq,
      dtstart: new Date(from * MS_PER_DAY),
      until: new Date(through * MS_PER_DAY),
      byweekday: names.map((__, day) => new Weekday(day, ordinal)),
    });
    const expected = theirs.all().map((date) => date.getTime() / MS_PER_DAY);
    expect(ruleDates(rule, from, { from, through }), byDay).toEqual(expected);
  }
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
