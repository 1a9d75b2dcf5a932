import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedByStart } from './sort.js';

const item = fc
  .tuple(fc.integer({ min: -840, max: 121_000_000 }), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('the same members as a stable sort by start, in the same order', () => {
  fc.assert(
    fc.property(fc.array(item), fc.array(item.map(({ end }) => ({ start: 5, end }))), (a, b) => {
      const items = [...a, ...b];
      expect(sortedByStart(items)).toEqual([...items].sort((x, y) => x.start - y.start));
    }),
  );
});
