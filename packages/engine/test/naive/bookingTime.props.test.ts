import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate, parseDocument } from '../../src/index.js';
import { interestingDates, zoneName } from '../../src/testing/index.js';
import { plus } from '../../src/time/units.js';
import { withBooking } from '../document/sample.js';
import { type Clock, clockOf } from './clock.js';

/** A wall time in the first hours of a date on which something happens to the clock, or of the date after. */
const nights = zoneName().chain((timezone) =>
  fc.record({
    timezone: fc.constant(timezone),
    date: fc
      .tuple(fc.constantFrom(...interestingDates(timezone)), fc.integer({ min: 0, max: 1 }))
      .map(([date, later]) => plus(parseDate(date)._unsafeUnwrap(), later)),
    minute: fc.integer({ min: 0, max: 5 * 60 }),
    length: fc.integer({ min: 1, max: 24 * 60 - 1 }),
    form: fc.constantFrom('duration', 'local end', 'exact end', 'exact'),
  }),
);

const textOf = (wall: number): string => {
  const time = new Date(wall * 60_000).toISOString();
  return time.slice(0, 16);
};
const exactText = (instant: number): string => `${textOf(instant)}Z`;

/** Semantics of a booking's time, by a clock that asks Intl: after a gap, if it starts in one. */
function expected(wall: number, length: number, form: string, clock: Clock) {
  const start = clock.place(wall);
  if (form === 'exact') return { start, end: start + length };
  if (form === 'duration') return { start: clock.from(wall), end: start + length };
  return {
    start: clock.from(wall),
    end: form === 'local end' ? clock.place(wall + length) : start + length,
  };
}

test('a booking is read into the time that its clock says', () => {
  fc.assert(
    fc.property(nights, ({ timezone, date, minute, length, form }) => {
      const clock = clockOf(timezone);
      const wall = date * 1440 + minute;
      const start = clock.place(wall);
      const times = {
        duration: form === 'duration' ? length : undefined,
        start: form === 'exact' ? exactText(start) : textOf(wall),
        ...(form === 'local end' ? { end: textOf(wall + length) } : {}),
        ...(form.startsWith('exact') ? { end: exactText(start + length) } : {}),
      };
      const document = { ...withBooking(times), timezone };
      const [calendar] = parseDocument(document)._unsafeUnwrap().calendars;
      const [booking] = calendar?.bookings ?? [];
      const found = { start: booking?.start, end: booking?.end };
      expect(found).toEqual(expected(wall, length, form, clock));
    }),
    { numRuns: 500 },
  );
});
