import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Booking,
  type Calendar,
  type CheckedCalendar,
  explain,
  type Finding,
  type Instant,
  NOTHING_KNOWN,
  type Publish,
  type Slot,
  syncPlan,
} from '../../src/index.js';
import { clinicCase } from '../../src/testing/index.js';
import { violations } from '../../src/testing/invariants.js';
import { plus } from '../../src/time/units.js';
import { checkedCalendar, runs, setUp } from './case.js';

const cases = clinicCase({ mostCalendars: 1 });

/** Calls the law with every calendar of random documents. */
function forAll(
  usual: number,
  law: (compute: (changed: Calendar) => CheckedCalendar, calendar: Calendar) => void,
): void {
  fc.assert(
    fc.property(cases, (given) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars) {
        law((changed) => checkedCalendar(changed, horizon, now), calendar);
      }
    }),
    { numRuns: runs(usual) },
  );
}

const asText = (slots: readonly Slot[]): readonly string[] =>
  slots.flatMap(({ start, addressServiceIds }) => addressServiceIds.map((id) => `${start} ${id}`));

const unordered = (findings: readonly Finding[]): readonly string[] =>
  findings
    .map(({ message: _, ids, ...rest }) => JSON.stringify({ ...rest, ids: [...ids].sort() }))
    .sort();

/** `none` blocks no buffer, so that it is no strategy for a booking whose service has one. */
const publishedAs = (calendar: Calendar, publish: Publish): Calendar => {
  const buffered = new Set(
    calendar.services.filter((each) => each.bufferAfter > 0).map((each) => each.addressServiceId),
  );
  const isFixed = (booking: Booking): boolean =>
    booking.addressServiceId !== undefined &&
    buffered.has(booking.addressServiceId) &&
    (publish === 'none' || booking.publish === 'none');
  return {
    ...calendar,
    breaks: calendar.breaks.map((each) => ({ ...each, publish })),
    bookings: calendar.bookings.map((each) => (isFixed(each) ? each : { ...each, publish })),
  };
};

test('a computed calendar keeps every law that users can run', () => {
  forAll(300, (compute, calendar) => expect(violations(compute(calendar))).toEqual([]));
});

test('strategy equivalence: the slots do not depend on how blocked time is published', () => {
  forAll(300, (compute, calendar) => {
    const { slots } = compute(calendar);
    for (const publish of ['carve', 'break', 'none'] as const) {
      expect(compute(publishedAs(calendar, publish)).slots).toEqual(slots);
    }
  });
});

describe('the answer depends on nothing but the document', () => {
  test('recomputing gives the same', () => {
    forAll(100, (compute, calendar) => expect(compute(calendar)).toEqual(compute(calendar)));
  });

  test('the order of schedules, breaks and bookings does not matter, insurance precedence aside', () => {
    forAll(200, (compute, calendar) => {
      const plain = {
        ...calendar,
        schedules: calendar.schedules.map((each) => ({ ...each, insurance: undefined })),
        overrides: calendar.overrides.map((each) => ({
          ...each,
          windows: each.windows.map((window) => ({ ...window, insurance: undefined })),
        })),
      };
      const reversed = {
        ...plain,
        schedules: [...plain.schedules].reverse(),
        overrides: [...plain.overrides].reverse(),
        breaks: [...plain.breaks].reverse(),
        bookings: [...plain.bookings].reverse(),
      };
      const [one, other] = [compute(plain), compute(reversed)];
      const sync = (result: typeof one) =>
        syncPlan(result, NOTHING_KNOWN, undefined, { type: 'one-request' });
      expect(sync(other)).toEqual(sync(one));
      expect(other.slots).toEqual(one.slots);
      // Schedules are named in the order of the document.
      expect(unordered(other.findings)).toEqual(unordered(one.findings));
    });
  });
});

test('adding a break or a booking never adds a slot', () => {
  forAll(200, (compute, calendar) => {
    const all = new Set(asText(compute(calendar).slots));
    const without = [
      ...calendar.breaks.map((gone) => ({
        ...calendar,
        breaks: calendar.breaks.filter((each) => each !== gone),
      })),
      ...calendar.bookings.map((gone) => ({
        ...calendar,
        bookings: calendar.bookings.filter((each) => each !== gone),
      })),
    ];
    for (const fewer of without) {
      const before = new Set(asText(compute(fewer).slots));
      expect([...all].filter((slot) => !before.has(slot))).toEqual([]);
    }
  });
});

test('explain says bookable exactly where there is a slot', () => {
  forAll(60, (compute, calendar) => {
    const result = compute(calendar);
    const slots = new Set(asText(result.slots));
    for (const { start, end } of result.basePeriods) {
      for (let at = start; at < end; at = plus(at, 5)) {
        for (const { addressServiceId } of calendar.services) {
          const { type } = explain(result, at, addressServiceId);
          expect(type === 'bookable').toBe(slots.has(`${at} ${addressServiceId}`));
        }
      }
    }
  });
});

test('now changes what is shown, and nothing else', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 4 * 1440 }), (given, minutes) => {
      const { document, horizon } = setUp(given);
      const early = (horizon.from * 1440) as Instant;
      for (const each of document.calendars) {
        // An accept may end meanwhile.
        const calendar = { ...each, accept: [] };
        const before = checkedCalendar(calendar, horizon, early);
        const after = checkedCalendar(calendar, horizon, plus(early, minutes));
        expect({ ...after, now: early, slots: [] }).toEqual({ ...before, slots: [] });
        const left = before.slots.filter(({ start }) => start >= after.now);
        expect(after.slots).toEqual(left);
        for (const { start } of before.slots.slice(0, before.slots.length - left.length)) {
          expect(explain(after, start, undefined)).toEqual({ type: 'over' });
        }
      }
    }),
    { numRuns: runs(150) },
  );
});
