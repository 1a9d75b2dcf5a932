import { type ComputedCalendar, instantFormatter, zoneOf } from '@slotwright/engine';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlot } from '../../test/support/remote.js';
import { compareCalendar } from './compareCalendar.js';
import type { CalendarDrift } from './report.js';
import { clock, remoteOf, resultOf } from './testing/blocks.js';
import { NOW_INSTANT } from './testing/clinic.js';

/** A stretch of the first morning, with a number that makes its id. */
const times = fc
  .record({ from: fc.integer({ min: 106, max: 145 }), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ from, length }) => ({ start: clock(from * 5), end: clock((from + length) * 5) }));
const breaks = fc.uniqueArray(times, { maxLength: 3, selector: ({ start, end }) => start + end });
/** Docplanner's bookings do not overlap. */
const bookings = fc
  .uniqueArray(times, { maxLength: 4, selector: ({ start }) => start })
  .map((list) =>
    [...list]
      .sort((a, b) => (a.start < b.start ? -1 : 1))
      .filter(({ start }, index, all) => all.slice(0, index).every(({ end }) => end <= start)),
  );
const blocks = fc.record({ breaks, bookings });
const flat = (result: ComputedCalendar): readonly string[] => {
  const iso = instantFormatter(zoneOf(result.calendar.timezone));
  return result.slots.flatMap(({ start, addressServiceIds }) =>
    addressServiceIds.map((id) => `${iso(start)} ${id}`),
  );
};
const listed = (drift: CalendarDrift, list: 'hidden' | 'freed' | 'missing' | 'extra') =>
  drift.dates.flatMap((day) =>
    day[list].flatMap(({ start, addressServiceIds }) =>
      addressServiceIds.map((id) => `${start} ${id}`),
    ),
  );

test('what a document publishes has not drifted from it', () => {
  fc.assert(
    fc.property(blocks, (own) => {
      const result = resultOf(own);
      expect(compareCalendar(result, remoteOf(result, own), NOW_INSTANT).drift).toBe(false);
    }),
  );
});

test('whatever breaks and bookings there are on either side, they explain every slot', () => {
  fc.assert(
    fc.property(blocks, blocks, (own, theirs) => {
      const [document, there] = [resultOf(own), resultOf(theirs)];
      const drift = compareCalendar(document, remoteOf(there, theirs), NOW_INSTANT);
      const [want, have] = [flat(document), flat(there)];
      expect(listed(drift, 'hidden')).toEqual(want.filter((slot) => !have.includes(slot)));
      expect(listed(drift, 'freed')).toEqual(have.filter((slot) => !want.includes(slot)));
      expect(drift.dates.flatMap((day) => [...day.missing, ...day.extra, ...day.services])).toEqual(
        [],
      );
    }),
    { numRuns: 300 },
  );
});

test('slots that nothing explains are listed one by one', () => {
  const whole = flat(resultOf({ breaks: [], bookings: [] }));
  fc.assert(
    fc.property(blocks, fc.subarray([...whole]), fc.subarray([...whole]), (own, gone, added) => {
      const result = resultOf(own);
      const remote = remoteOf(result, own);
      const have = [...new Set([...flat(result).filter((slot) => !gone.includes(slot)), ...added])];
      const starts = [...new Set(have.map((slot) => slot.slice(0, 25)))];
      const slots = starts.map((start) =>
        freeSlot(
          start,
          have
            .filter((slot) => slot.startsWith(start))
            .map((slot) => ({ addressServiceId: slot.slice(26), duration: undefined })),
        ),
      );
      const drift = compareCalendar(result, { ...remote, slots }, NOW_INSTANT);
      const told = (side: 'missing' | 'extra') =>
        [
          ...listed(drift, side),
          ...drift.dates.flatMap((day) =>
            day.services.flatMap((each) => each[side].map((id) => `${each.start} ${id}`)),
          ),
        ].sort();
      const want = flat(result);
      expect(told('missing')).toEqual(want.filter((slot) => !have.includes(slot)).sort());
      expect(told('extra')).toEqual(have.filter((slot) => !want.includes(slot)).sort());
      expect([...listed(drift, 'hidden'), ...listed(drift, 'freed')]).toEqual([]);
    }),
  );
});
