import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateFromParts } from './date.js';
import { readDateTime } from './timeText.js';

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(Z|[+-]\d{2}:?\d{2})?$/;

/** The same reading with a regular expression and a Date: what is written, or what is wrong with it. */
function byRegex(text: string): unknown {
  const [matched, year, month, day, hour, minute, seconds = '0', zone = ''] = FORM.exec(text) ?? [];
  if (matched === undefined) return 'malformed';
  const midnight = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const exists = new Date(midnight).toISOString().slice(0, 10) === text.slice(0, 10);
  if (!exists) return 'no-such-date';
  if (Number(year) < 1970 || Number(year) > 2199) return 'out-of-range';
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const known = Number(minutes ?? 0) < 60 && size <= 840;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(seconds) >= 60 || !known) {
    return 'no-such-time';
  }
  return {
    wall: midnight / 60_000 + Number(hour) * 60 + Number(minute),
    seconds: Number(seconds),
    hasFraction: seconds.includes('.'),
    offset: zone === '' ? undefined : (sign === '-' ? -1 : 1) * size,
    isCompact: zone.length === 5,
  };
}

const number = (most: number, length = 2) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(length, '0'));
const year = fc.oneof(fc.integer({ min: 1970, max: 2199 }), fc.integer({ min: 0, max: 9999 }));
const zone = fc.oneof(
  fc.constantFrom('', 'Z', '+02:00', '-0330', '+14:00', '+14:01', '+2', 'z'),
  fc
    .tuple(fc.constantFrom('+', '-'), number(15), fc.constantFrom('', ':'), number(61))
    .map((parts) => parts.join('')),
);
const seconds = fc.constantFrom('', ':00', ':30', ':60', ':00.000', ':59.5', ':1', '.5', ':00.');
const parts = fc.tuple(year, number(13), number(32), number(25), number(61), seconds, zone);
const time = parts.map(
  ([y, month, day, hour, minute, rest, offset]) =>
    `${String(y).padStart(4, '0')}-${month}-${day}T${hour}:${minute}${rest}${offset}`,
);
/** A time with one character replaced, put in or taken out. */
const almost = fc
  .tuple(time, fc.nat(30), fc.nat(1), fc.constantFrom('', '0', '9', 'x', '-', ':', 'T', '.', '٣'))
  .map(([text, place, removed, put]) => text.slice(0, place) + put + text.slice(place + removed));

test('times are read as a regular expression and a Date would', () => {
  fc.assert(
    fc.property(fc.oneof(time, almost), (text) => {
      expect(readDateTime(text)).toEqual(byRegex(text));
    }),
    { numRuns: 2000 },
  );
});

test('every date from 1970 to 2199 has its number, and there are no others', () => {
  for (let y = 1970; y <= 2199; y += 1) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const date = new Date(Date.UTC(y, month - 1, day));
        const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(dateFromParts(y, month, day)).toBe(isReal ? date.getTime() / 86_400_000 : undefined);
      }
    }
  }
});
