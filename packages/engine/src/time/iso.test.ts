import { describe, expect, test } from 'vitest';
import { describeInvalidTime } from './invalidTime.js';
import {
  instantFrom,
  parseClockTime,
  parseDate,
  parseInstant,
  parseMoment,
  parseWallTime,
} from './iso.js';

const READERS = { parseClockTime, parseDate, parseInstant, parseMoment, parseWallTime };

describe('what is wrong with a text', () => {
  test.each([
    ['parseDate', '2026-02-30', 'no-such-date'],
    ['parseDate', '2026-13-01', 'no-such-date'],
    ['parseDate', '2026-00-10', 'no-such-date'],
    ['parseDate', '1969-12-31', 'out-of-range'],
    ['parseDate', '2200-01-01', 'out-of-range'],
    ['parseDate', '30.11.2026', 'malformed'],
    ['parseDate', '2026-1-1', 'malformed'],
    ['parseDate', ' 2026-01-01', 'malformed'],
    ['parseDate', '', 'malformed'],
    ['parseClockTime', '25:00', 'no-such-time'],
    ['parseClockTime', '24:01', 'no-such-time'],
    ['parseClockTime', '09:60', 'no-such-time'],
    ['parseClockTime', '09:00:30', 'seconds'],
    ['parseClockTime', '9:00', 'malformed'],
    ['parseMoment', '2026-02-30T09:00', 'no-such-date'],
    ['parseMoment', '2026-10-05T24:00', 'no-such-time'],
    ['parseMoment', '2026-10-05T09:61', 'no-such-time'],
    ['parseMoment', '2026-10-05T09:00:60', 'no-such-time'],
    ['parseMoment', '2026-10-05T09:00:30', 'seconds'],
    ['parseMoment', '2026-10-05T09:00:00.000Z', 'malformed'],
    ['parseMoment', '2026-10-05T09:00+0200', 'malformed'],
    ['parseMoment', '2026-10-05T09:00+15:00', 'no-such-time'],
    ['parseMoment', '2026-10-05T09:00+02:60', 'no-such-time'],
    ['parseMoment', '2026-10-05 09:00', 'malformed'],
    ['parseMoment', '2026-10-05', 'malformed'],
    ['parseWallTime', '2026-10-05T09:00Z', 'offset-not-allowed'],
    ['parseInstant', '2026-10-05T09:00', 'offset-missing'],
  ] as const)('%s(%j): %s', (reader, input, reason) => {
    const error = READERS[reader](input)._unsafeUnwrapErr();
    expect(error).toMatchObject({ type: 'invalid-time', reason, input });
    expect(error.expected).not.toBe('');
    expect(describeInvalidTime(error)).toContain(error.expected);
  });

  test('a date that does not exist is told as such', () => {
    const sentence = (input: string) => parseDate(input).match(String, describeInvalidTime);
    expect(sentence('2026-02-30')).toMatch(
      /^"2026-02-30" does not exist on the calendar; expected /,
    );
    expect(sentence('30.11.2026')).toMatch(/^"30.11.2026" is not a date from 1970-01-01 through/);
    expect(sentence('x'.repeat(1e6)).length).toBeLessThan(200);
  });
});

test.each([
  ['2026-10-05T09:00', { kind: 'local', wall: 29_853_180 }],
  ['2026-10-05T09:00:00', { kind: 'local', wall: 29_853_180 }],
  ['2026-10-05T09:00+02:00', { kind: 'exact', instant: 29_853_060 }],
  ['2026-10-05T09:00:00-09:30', { kind: 'exact', instant: 29_853_750 }],
  ['2026-10-05T09:00Z', { kind: 'exact', instant: 29_853_180 }],
])('parseMoment(%j)', (text, moment) =>
  expect(parseMoment(text)).toEqual(expect.objectContaining({ value: moment })),
);

describe('instantFrom', () => {
  test.each([
    [0, 0],
    [59_999, 0],
    [60_000.5, 1],
    [new Date('2026-10-05T09:00:59.999Z'), 29_853_180],
  ])('%s is the minute that has begun', (time, minute) => {
    expect(instantFrom(time)._unsafeUnwrap()).toBe(minute);
  });

  test.each([
    [Number.NaN, 'malformed'],
    [new Date('soon'), 'malformed'],
    [Number.POSITIVE_INFINITY, 'out-of-range'],
    [-1, 'out-of-range'],
    [Date.UTC(2200, 0), 'out-of-range'],
    [1e300, 'out-of-range'],
  ])('%s is none: %s', (time, reason) => {
    expect(instantFrom(time)._unsafeUnwrapErr().reason).toBe(reason);
  });

  test('the last minute that documents know', () => {
    expect(instantFrom(Date.UTC(2200, 0) - 1)._unsafeUnwrap()).toBe(Date.UTC(2200, 0) / 60_000 - 1);
  });
});
