import fc from 'fast-check';
import { expect, test } from 'vitest';
import { union } from './set.js';
import { sortedByStart } from './sort.js';

/** Where the packing of starts and places could go wrong. */
const anyStart = fc.oneof(
  fc.integer({ min: -840, max: 121_000_000 }),
  fc.maxSafeInteger(),
  fc.integer({ min: 0, max: 5000 }).map((ms) => 1_790_000_000_000 + ms),
  fc.integer({ min: -50, max: 50 }).map((place) => Math.sign(place) * 2 ** Math.abs(place)),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
);
/** Starts of one kind, and of several. */
const starts = fc.oneof(
  fc.array(anyStart),
  fc.array(fc.integer({ min: -20, max: 20 })),
  fc.array(fc.integer({ min: -20, max: 20 }).map((quarter) => quarter / 4)),
  // As far apart as 32 bits allow, and farther.
  fc.array(fc.integer({ min: -(2 ** 34), max: 2 ** 34 })),
  fc.integer({ min: -2, max: 2 }).map((more) => [2 ** 31 + more, 0]),
);
const named = starts.map((list) => list.map((start, name) => ({ start, end: start + 9, name })));

test('the same members as a stable sort by start, in the same order', () => {
  fc.assert(
    fc.property(named, (items) => {
      const expected = [...items].sort((a, b) =>
        a.start < b.start ? -1 : Number(a.start > b.start),
      );
      expect(sortedByStart(items)).toEqual(expected);
    }),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 500) },
  );
});

const bounds = fc.tuple(anyStart, anyStart).map(([start, end]) => ({ start, end }));

test('union has a point of every number that an interval has, and no other', () => {
  fc.assert(
    fc.property(fc.array(bounds), (list) => {
      const set = union(list);
      const isIn = (intervals: readonly { start: number; end: number }[], point: number): boolean =>
        intervals.some(({ start, end }) => start <= point && point < end);
      for (const point of list.flatMap(({ start, end }) => [start, end, start / 2 + end / 2])) {
        expect(isIn(set, point), `${point}`).toBe(isIn(list, point));
      }
    }),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 500) },
  );
});

test.each([
  ['milliseconds', 1_790_000_003_000, 1_790_000_000_000, 1000],
  ['fractions', 2.5, 0.25, 0.5],
  ['negative', -1, -1_790_000_000_000, 1],
  ['huge', Number.MAX_SAFE_INTEGER - 1, Number.MIN_SAFE_INTEGER, 1],
  ['larger than safe', 1e300, -1e300, 1e290],
])('union keeps both of two intervals: %s', (_, later, earlier, length) => {
  const [first, second] = [earlier, later].map((start) => ({ start, end: start + length }));
  expect(union([second, first].filter((each) => each !== undefined))).toEqual([first, second]);
});

test('union takes no minutes from bounds that are NaN or infinite', () => {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const intervals = odd.flatMap((bound) => [
    { start: 7, end: 9 },
    { start: bound, end: 5 },
    { start: 1, end: bound },
    { start: 3, end: 4 },
  ]);
  expect(union(intervals)).toEqual([
    { start: 3, end: 4 },
    { start: 7, end: 9 },
  ]);
});
