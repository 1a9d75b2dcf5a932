import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/support/propertyRuns.js';
import { parseDate, parseTimestamp } from './timestamp.js';
import { DAY, endOfDay, formatTimestamp, localDate, startOfDay } from './zone.js';

const zones = fc.constantFrom(
  'Europe/Madrid',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Africa/Cairo',
);
const instants = fc
  .integer({ min: Date.UTC(2015, 0), max: Date.UTC(2039, 0) })
  .map((at) => at - (at % 1000));

test('what is written is read back, in both styles, with or without the colon', () => {
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      const text = formatTimestamp(at, zone);
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      for (const style of ['to-the-second', 'any-iso'] as const) {
        expect(parseTimestamp(text, style)).toBe(at);
        expect(parseTimestamp(text.replace(/:(\d\d)$/, '$1'), style)).toBe(at);
        expect(parseDate(text, style, zone)).toBe(localDate(at, zone));
      }
      expect(parseTimestamp(new Date(at + 7).toISOString(), 'any-iso')).toBe(at + 7);
      expect(parseTimestamp(new Date(at).toISOString(), 'to-the-second')).toBeNull();
    }),
    runs(300),
  );
});

test('every instant is in the day that starts before it and ends after it', () => {
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      const date = localDate(at, zone);
      const [start, end] = [startOfDay(date, zone), endOfDay(date, zone)];
      expect(start <= at && at < end).toBe(true);
      expect(localDate(end, zone) > date && localDate(start - 1, zone) < date).toBe(true);
      expect(Math.abs(end - start - DAY)).toBeLessThanOrEqual(DAY / 24);
    }),
    runs(300),
  );
});

test('any text is a moment or nothing, never an error', () => {
  fc.assert(
    fc.property(fc.string(), zones, (text, zone) => {
      expect(parseTimestamp(text, 'any-iso')).toBeNull();
      expect(parseDate(text, 'any-iso', zone)).toBeNull();
    }),
    runs(300),
  );
});

test.each([
  '2030-02-30T10:00:00+01:00',
  '2030-01-01T24:00:00+01:00',
  '2030-01-01T10:60:00+01:00',
  '2030-01-01T10:00:00+99:00',
  '2030-01-01T10:00:00+01:60',
  '2030-01-01T10:00:00',
  '2030-01-01 10:00:00+01:00',
  '2030-01-01T10:00+01:00',
])('%s is no moment', (text) => expect(parseTimestamp(text, 'any-iso')).toBeNull());
