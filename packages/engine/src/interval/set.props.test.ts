import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from './interval.js';
import {
  clip,
  complementWithin,
  covers,
  firstEndingAfter,
  type IntervalSet,
  meeting,
  meets,
  subtract,
  union,
} from './set.js';

const LAST = 40;
const interval = fc
  .tuple(fc.integer({ min: 0, max: LAST - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Interval<number> => ({ start, end: Math.min(start + length, LAST) }));
const intervals = fc.array(interval, { maxLength: 12 });
const set = intervals.map((list) => union(list));

/** The naive model: the minutes themselves. */
const minutesOf = (list: readonly Interval<number>[]): Set<number> =>
  new Set(
    list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
const where = (holds: (minute: number) => boolean): Set<number> =>
  new Set(Array.from({ length: LAST }, (_, minute) => minute).filter(holds));

const expectNormalised = (list: IntervalSet<number>): void => {
  for (const { start, end } of list) expect(start).toBeLessThan(end);
  list.slice(1).forEach(({ start }, index) => {
    expect(start).toBeGreaterThan(list[index]?.end ?? Number.POSITIVE_INFINITY);
  });
};

const check = (result: IntervalSet<number>, expected: Set<number>): void => {
  expectNormalised(result);
  expect(minutesOf(result)).toEqual(expected);
};

describe('every operation gives a normalised set of exactly the right minutes', () => {
  test('union', () => {
    fc.assert(fc.property(intervals, (list) => check(union(list), minutesOf(list))));
  });

  test('subtract', () => {
    fc.assert(
      fc.property(set, set, (from, taken) => {
        const [a, b] = [minutesOf(from), minutesOf(taken)];
        check(
          subtract(from, taken),
          where((minute) => a.has(minute) && !b.has(minute)),
        );
      }),
    );
  });

  test('clip', () => {
    fc.assert(
      fc.property(set, interval, (whole, bounds) => {
        const [a, b] = [minutesOf(whole), minutesOf([bounds])];
        check(
          clip(whole, bounds),
          where((minute) => a.has(minute) && b.has(minute)),
        );
      }),
    );
  });

  test('complementWithin', () => {
    fc.assert(
      fc.property(set, interval, (whole, bounds) => {
        const [a, b] = [minutesOf(whole), minutesOf([bounds])];
        check(
          complementWithin(whole, bounds),
          where((minute) => b.has(minute) && !a.has(minute)),
        );
      }),
    );
  });
});

describe('algebra', () => {
  test('union does not depend on the order and is idempotent', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        expect(union([...list].reverse())).toEqual(union(list));
        expect(union(union(list))).toEqual(union(list));
      }),
    );
  });

  test('what is left and what was taken make up the whole', () => {
    fc.assert(
      fc.property(set, set, (from, taken) => {
        const left = subtract(from, taken);
        expect(subtract(from, left)).toEqual(subtract(from, subtract(from, taken)));
        expect(union([...left, ...subtract(from, left)])).toEqual(from);
      }),
    );
  });

  test('the complement of the complement is the clipped set', () => {
    fc.assert(
      fc.property(set, interval, (whole, bounds) => {
        const twice = complementWithin(complementWithin(whole, bounds), bounds);
        expect(twice).toEqual(clip(whole, bounds));
      }),
    );
  });
});

describe('look-ups agree with the minutes', () => {
  test('covers and meets', () => {
    fc.assert(
      fc.property(set, interval, (whole, part) => {
        const [a, b] = [minutesOf(whole), minutesOf([part])];
        expect(covers(whole, part)).toBe([...b].every((minute) => a.has(minute)));
        expect(meets(whole, part)).toBe([...b].some((minute) => a.has(minute)));
      }),
    );
  });

  test('firstEndingAfter', () => {
    fc.assert(
      fc.property(set, fc.integer({ min: 0, max: LAST }), (whole, point) => {
        expect(firstEndingAfter(whole, point)).toBe(whole.find(({ end }) => end > point));
      }),
    );
  });
});

test('arguments are left as they were', () => {
  const list = Object.freeze([
    Object.freeze({ start: 5, end: 9 }),
    Object.freeze({ start: 1, end: 6 }),
  ]);
  expect(union(list)).toEqual([{ start: 1, end: 9 }]);
  expect(subtract(union(list), union([{ start: 3, end: 4 }]))).toEqual([
    { start: 1, end: 3 },
    { start: 4, end: 9 },
  ]);
});

test('the members that meet an interval are those that share a minute with it', () => {
  fc.assert(
    fc.property(set, interval, (members, bounds) => {
      expect(meeting(members, bounds)).toEqual(members.filter((each) => meets([each], bounds)));
    }),
  );
});
