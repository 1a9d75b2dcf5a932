import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantFormatter } from './formatter.js';
import { parseInstant } from './iso.js';
import { type Instant, plus } from './units.js';
import { zoneOf } from './zone.js';
import { zoneId } from './zoneId.js';

/** Zones and days on which their clocks change: in the small hours, across midnight, by a whole date. */
const CHANGES = [
  ['Europe/Madrid', '2026-10-25T01:00:00Z'],
  ['Europe/Madrid', '2026-03-29T01:00:00Z'],
  ['America/St_Johns', '2006-10-29T02:31:00Z'],
  ['America/St_Johns', '2006-04-02T03:31:00Z'],
  ['America/Havana', '2026-11-01T05:00:00Z'],
  ['America/Santiago', '2026-09-06T04:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
] as const;

const time = fc.record({
  change: fc.constantFrom(...CHANGES),
  minutes: fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1, maxLength: 20 }),
});

/** A clock that is as far from UTC as the zone says, written by a Date. */
function byDate(instant: Instant, offset: number): string {
  const clock = new Date((instant + offset) * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${clock}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

test('instants in any order are written as a Date would, and read again', () => {
  fc.assert(
    fc.property(time, ({ change: [name, at], minutes }) => {
      const zone = zoneOf(zoneId(name)._unsafeUnwrap());
      const change = parseInstant(at)._unsafeUnwrap();
      const iso = instantFormatter(zone);
      for (const count of minutes) {
        const instant = plus(change, count);
        const text = iso(instant);
        expect(text).toBe(byDate(instant, zone.offsetAt(instant)));
        expect(parseInstant(text)._unsafeUnwrap()).toBe(instant);
      }
    }),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 500) },
  );
});
