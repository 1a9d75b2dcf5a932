import { describe, expect, test } from 'vitest';
import { retryTime } from './retryTime.js';
import { resetTime, retryAfterTime } from './serverTime.js';

const NOW = 1_000_000_000_000;
const at = (ms: number) => new Date(ms);
const date = { Date: at(NOW).toUTCString() };

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    [' 0 ', 0],
    [at(NOW + 30_000).toUTCString(), 30_000],
    [at(NOW - 30_000).toUTCString(), -30_000],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['99999999999999999999', undefined],
  ])('"%s" is %s ms from now', (text, ms) => {
    const headers = new Headers({ ...date, 'Retry-After': text });
    expect(retryAfterTime(headers, NOW)).toBe(ms === undefined ? undefined : NOW + ms);
  });
});

describe('X-RateLimit-Reset', () => {
  test.each([
    ['2001-09-09T01:47:40+00:00', 60_000],
    ['2001-09-09T03:47:40+02:00', 60_000],
    ['2001-09-09T03:47:40+0200', 60_000],
    ['2001-09-09T01:47:40.500Z', 60_500],
    ['60', undefined],
    ['1000000060', undefined],
    ['', undefined],
    ['2001-99-99T01:47:40Z', undefined],
  ])('"%s" is %s ms from now', (text, ms) => {
    const headers = new Headers({ ...date, 'X-RateLimit-Reset': text });
    expect(resetTime(headers, NOW)).toBe(ms === undefined ? undefined : NOW + ms);
  });

  test('without a Date our own clock has to do', () => {
    const headers = new Headers({ 'X-RateLimit-Reset': at(NOW + 5_000).toISOString() });
    expect(resetTime(headers, NOW)).toBe(NOW + 5_000);
  });
});

test('the wait after a 429 that names no time grows, with jitter, to 21 seconds at most', () => {
  const waits = [1, 2, 3, 9].map((refusals) => retryTime(new Headers(), 0, refusals, 0.999_999));
  expect(waits).toEqual([1_999, 2_999, 4_999, 20_999]);
  expect(retryTime(new Headers(), 0, 9, 0)).toBe(1_000);
});
