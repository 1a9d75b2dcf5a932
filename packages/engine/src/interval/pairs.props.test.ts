import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byStart, type Interval, intersect, overlaps } from './interval.js';
import { overlappingAcross, overlappingPairs, take } from './pairs.js';

interface Named extends Interval<number> {
  readonly name: string;
}

const named = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 2 }),
    ),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(([start, length, group], index) => ({
      interval: { start, end: start + length, name: `i${index}` } satisfies Named,
      group,
    })),
  );

const key = (a: Named, b: Named): string => [a.name, b.name].sort().join('+');
const naive = (
  items: readonly { interval: Named; group: number }[],
  counts: (a: number, b: number) => boolean,
): string[] =>
  items
    .flatMap((a, i) =>
      items
        .slice(i + 1)
        .filter((b) => overlaps(a.interval, b.interval) && counts(a.group, b.group))
        .map((b) => key(a.interval, b.interval)),
    )
    .sort();

test('overlappingPairs finds every pair once', () => {
  fc.assert(
    fc.property(named, (items) => {
      const sorted = items.map(({ interval }) => interval).sort(byStart);
      const found = [...overlappingPairs(sorted)].map(([a, b]) => key(a, b)).sort();
      expect(found).toEqual(naive(items, () => true));
    }),
  );
});

test('overlappingAcross finds every pair of different groups once', () => {
  fc.assert(
    fc.property(named, (items) => {
      const found = [...overlappingAcross(items)]
        .map(([a, b]) => key(a.interval, b.interval))
        .sort();
      expect(found).toEqual(naive(items, (a, b) => a !== b));
    }),
  );
});

test('two intervals overlap exactly where they share something', () => {
  fc.assert(
    fc.property(named, (items) => {
      for (const { interval: a } of items) {
        for (const { interval: b } of items)
          expect(overlaps(a, b)).toBe(intersect(a, b) !== undefined);
      }
    }),
  );
});

test('a limit ends the search, however many pairs there are', () => {
  const crowd = Array.from({ length: 20_000 }, (_, i) => ({ start: 0, end: 100 + i }));
  expect(take(overlappingPairs(crowd), 5)).toHaveLength(5);
});
