import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Booking, computeCalendar, type Horizon, prepare } from '../../src/index.js';
import { clinicCase } from '../../src/testing/index.js';
import { plus } from '../../src/time/units.js';
import { runs, setUp } from './case.js';

const DAY = 1440;

/** Makes other bookings of a calendar's own: moved, buffered or not, some canceled, in any order. */
const change = fc.record({
  minutes: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
  publish: fc.constantFrom<Booking['publish']>('carve', 'break', 'none'),
  status: fc.constantFrom<Booking['status']>('booked', 'booked', 'canceled'),
});
const given = fc.record({
  case: clinicCase({ mostCalendars: 1 }),
  changes: fc.array(change, { maxLength: 8 }),
  /** `now` is anything from long before the horizon to its middle. */
  ago: fc.oneof(fc.constant(0), fc.integer({ min: -20 * DAY, max: 90 * DAY })),
});

/** Every stretch of dates within a horizon of at most so many. */
function ranges({ from, through }: Horizon, most: number): readonly Horizon[] {
  const dates = Array.from({ length: Math.min(most, through - from + 1) }, (_, i) => plus(from, i));
  return dates.flatMap((first, index) =>
    dates.slice(index).map((last) => ({ from: first, through: last })),
  );
}

test('a prepared calendar answers what would be computed with those bookings', () => {
  let shown = 0;
  fc.assert(
    fc.property(given, ({ case: clinic, changes, ago }) => {
      const { document, horizon, now: soon } = setUp(clinic);
      const now = plus(soon, -ago);
      for (const calendar of document.calendars) {
        const bookings = changes.flatMap(({ minutes, publish, status }, index): Booking[] => {
          const { length } = calendar.bookings;
          const booking = calendar.bookings[index % Math.max(1, length)];
          if (booking === undefined) return [];
          const [start, end] = [plus(booking.start, minutes), plus(booking.end, minutes)];
          return [{ ...booking, id: `other-${index}`, start, end, publish, status }];
        });
        const prepared = prepare(calendar, horizon);
        for (const dates of [horizon, ...ranges(horizon, 6)]) {
          for (const booked of [calendar.bookings, bookings]) {
            const expected = computeCalendar({ ...calendar, bookings: booked }, dates, now).slots;
            expect(prepared.slots(dates, booked, now)).toEqual(expected);
            shown += expected.length;
          }
        }
      }
    }),
    { numRuns: runs(200) },
  );
  expect(shown).toBeGreaterThan(0);
});

test('dates that were not prepared have no slots', () => {
  fc.assert(
    fc.property(clinicCase({ mostCalendars: 1 }), (clinic) => {
      const { document, horizon, now } = setUp(clinic);
      const wider = { from: plus(horizon.from, -2), through: plus(horizon.through, 2) };
      for (const calendar of document.calendars) {
        const { slots } = computeCalendar(calendar, horizon, now);
        expect(prepare(calendar, horizon).slots(wider, calendar.bookings, now)).toEqual(slots);
      }
    }),
    { numRuns: runs(100) },
  );
});
