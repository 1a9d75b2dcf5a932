import { expect, test } from 'vitest';
import { counted, hanging, list, paragraph } from './wrapping.js';

test('later lines start where the words of the first one do', () => {
  expect(hanging('Mon  ', ['09:00-10:00 A', '11:00-12:00 A', '13:00-14:00 B'], 34, '  ')).toEqual([
    'Mon  09:00-10:00 A  11:00-12:00 A',
    '     13:00-14:00 B',
  ]);
});

test('a word stays whole, however narrow', () => {
  expect(paragraph('  ', 'an extraordinarily long word', 10)).toEqual([
    '  an',
    '  extraordinarily',
    '  long',
    '  word',
  ]);
});

test('nothing is a label', () => {
  expect(hanging('  ', [], 80)).toEqual(['  ']);
});

test('a paragraph is never wider than 100 columns', () => {
  const lines = paragraph('', 'word '.repeat(100).trim(), 300);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});

test('a list keeps its commas at the ends of lines', () => {
  expect(list('', ['one thing', 'two things', 'three'], 22)).toEqual([
    'one thing, two things,',
    'three',
  ]);
});

test.each([
  [0, '0 slots'],
  [1, '1 slot'],
  [1624, '1,624 slots'],
])('%i: %s', (count, text) => {
  expect(counted(count, 'slot')).toBe(text);
});
