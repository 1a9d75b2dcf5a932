import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { expect, test } from 'vitest';
import { isKnownZone, offsetsOf } from './offsets.js';

const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const anyMinute = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 60_000));

test('an offset is what luxon says, in every zone and year', () => {
  fc.assert(
    fc.property(anyZone, fc.array(anyMinute, { minLength: 1, maxLength: 20 }), (name, minutes) => {
      const offset = offsetsOf(name);
      const zone = IANAZone.create(name);
      for (const minute of minutes) {
        expect(offset(minute)).toBe(Math.round(zone.offset(minute * 60_000)));
      }
    }),
  );
});

test.each([
  ['Europe/Madrid', '2026-10-05T00:00Z', 120],
  ['America/St_Johns', '2026-01-05T00:00Z', -210],
  ['UTC', '2026-01-05T00:00Z', 0],
  ['Africa/Monrovia', '1960-01-01T00:00Z', -44],
  ['Pacific/Kiritimati', '2026-01-05T00:00Z', 840],
])('%s at %s is %i minutes east', (name, at, offset) => {
  expect(offsetsOf(name)(Date.parse(at) / 60_000)).toBe(offset);
});

test.each([
  ['Europe/Madrid', true],
  ['UTC', true],
  ['Mars/Base', false],
  ['', false],
])('"%s" is known: %s', (name, known) => expect(isKnownZone(name)).toBe(known));
