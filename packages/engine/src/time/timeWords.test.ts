import { expect, test } from 'vitest';
import { inZone, spanText } from './timeWords.js';

test.each([
  ['2026-10-05T09:00:00+02:00', '2026-10-05T11:00:00+02:00', '2026-10-05 09:00-11:00'],
  ['2026-10-05T22:00:00+02:00', '2026-10-06T00:00:00+02:00', '2026-10-05 22:00-24:00'],
  [
    '2026-10-05T22:00:00+02:00',
    '2026-10-06T06:00:00+02:00',
    '2026-10-05 22:00 to 2026-10-06 06:00',
  ],
  [
    '2026-10-05T00:00:00+02:00',
    '2026-10-07T00:00:00+02:00',
    '2026-10-05 00:00 to 2026-10-07 00:00',
  ],
])('%s to %s: %s', (start, end, text) => {
  expect(spanText(start, end)).toBe(text);
});

test.each([
  ['2026-10-05T07:00:00+00:00', '2026-10-05T09:00:00+02:00'],
  ['2026-10-05T07:00:00Z', '2026-10-05T09:00:00+02:00'],
  ['2026-10-26T07:00:00-01:00', '2026-10-26T09:00:00+01:00'],
  ['no time', 'no time'],
])('%s is %s in Madrid', (time, expected) => {
  expect(inZone('Europe/Madrid')(time)).toBe(expected);
});

test('in a zone that nobody knows times stay as they are', () => {
  expect(inZone('?')('2026-10-05T07:00:00Z')).toBe('2026-10-05T07:00:00Z');
});
