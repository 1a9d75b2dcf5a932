import { expect, test } from 'vitest';
import { jsonPieces } from './json.js';

test.each([
  {},
  { a: 1 },
  { a: [], b: {}, c: null, d: 'line\nend', e: undefined },
  { a: [1, 'two', { three: [3, { four: [] }] }], b: { c: ['\\n', '"'] } },
  { a: [undefined, null] },
])('%j is written as JSON.stringify would', (value) => {
  expect([...jsonPieces(value)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
});

test('an array of the outermost object is written an element at a time', () => {
  expect([...jsonPieces({ a: [1, 2, 3] })]).toHaveLength(6);
});
