import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWireInterval, parseWireTime } from './wireTime.js';

const two = (value: number) => String(value).padStart(2, '0');

/** Every way in which Docplanner writes an offset, or partners that pass its answers on. */
const offset = fc
  .record({ minutes: fc.integer({ min: -840, max: 840 }), colon: fc.constantFrom(':', '') })
  .chain(({ minutes, colon }) => {
    const size = Math.abs(minutes);
    const hours = two(Math.floor(size / 60));
    const text = `${minutes < 0 ? '-' : '+'}${hours}${colon}${two(size % 60)}`;
    return minutes === 0 ? fc.constantFrom('Z', text) : fc.constant(text);
  })
  .map((text) => ({ text, minutes: text === 'Z' ? 0 : offsetOf(text) }));

function offsetOf(text: string): number {
  const size = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -size : size;
}

const time = fc
  .record({
    ms: fc.integer({ min: Date.UTC(1970, 0, 3), max: Date.UTC(2199, 11, 29) }),
    form: fc.constantFrom('minutes', 'seconds', 'fraction'),
    offset,
  })
  .map(({ ms, form, offset: { text, minutes } }) => {
    const length = { minutes: 16, seconds: 19, fraction: 23 }[form];
    const written = new Date(ms + minutes * 60_000).toISOString().slice(0, length);
    const cut = Date.parse(`${written.padEnd(23, ':00.000'.slice(length - 16))}Z`);
    return { text: written + text, ms: cut - minutes * 60_000 };
  });

test('a time is the minutes that have begun and are over, whatever its offset and its form', () => {
  fc.assert(
    fc.property(time, ({ text, ms }) => {
      expect(parseWireTime(text)._unsafeUnwrap()).toEqual({
        begun: Math.floor(ms / 60_000),
        over: Math.ceil(ms / 60_000),
      });
    }),
  );
});

test('two times are the whole minutes that they touch, or an error if there is none', () => {
  fc.assert(
    fc.property(time, time, (a, b) => {
      const [start, end] = [Math.floor(a.ms / 60_000), Math.ceil(b.ms / 60_000)];
      const read = parseWireInterval(a.text, b.text);
      if (start < end) expect(read._unsafeUnwrap()).toEqual({ start, end });
      else expect(read._unsafeUnwrapErr().reason).toBe('not-after-start');
    }),
  );
});

describe('what is refused', () => {
  test.each([
    ['2026-10-05T09:00:00', 'offset-missing'],
    ['2026-02-30T09:00:00+01:00', 'no-such-date'],
    ['2026-10-05T24:00:00+01:00', 'no-such-time'],
    ['2026-10-05T09:00:61+01:00', 'no-such-time'],
    ['2026-10-05T09:00:00+2', 'malformed'],
    ['2026-10-05T09:00:00.+02:00', 'malformed'],
    ['2026-10-05T09:00:00+02:00 ', 'malformed'],
    ['1969-12-31T23:59:59Z', 'out-of-range'],
    ['', 'malformed'],
  ])('%j: %s', (text, reason) => {
    expect(parseWireTime(text)._unsafeUnwrapErr()).toMatchObject({ reason, input: text });
    expect(parseWireInterval('2026-10-05T09:00:00Z', text)._unsafeUnwrapErr().input).toBe(text);
    expect(parseWireInterval(text, '2026-10-05T09:00:00Z')._unsafeUnwrapErr().input).toBe(text);
  });
});
