import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inferSchedules, type ShownCalendar } from '../../src/index.js';
import { clinicCase } from '../../src/testing/index.js';
import { runs, setUp } from '../laws/case.js';
import { type Said, shownOf, slotsAgain, startsOf } from './shown.js';

const said = fc.constantFrom<Said>('at-starts', 'in-list', 'nowhere');

function expectRoundTrip(shown: ShownCalendar): void {
  const inferred = inferSchedules(shown);
  const again = slotsAgain(inferred, shown);
  const before = shown.slots.map(({ start, services }) => ({
    start,
    ids: services.map(({ addressServiceId }) => addressServiceId),
  }));
  expect(startsOf(again.map(({ start, addressServiceIds: ids }) => ({ start, ids })))).toEqual(
    startsOf(before),
  );
  expect(inferred.notes.map(({ type }) => type)).not.toContain('dates-not-exact');
}

test('what is inferred of any calendar shows the same starts and services', () => {
  fc.assert(
    fc.property(clinicCase({ longest: 28 }), said, (given, how) => {
      const { document, horizon, now } = setUp(given);
      for (const each of document.calendars) expectRoundTrip(shownOf(each, horizon, now, how));
    }),
    { numRuns: runs(150) },
  );
});

test('so it is where time is hidden that nobody made a break or booking of', () => {
  fc.assert(
    fc.property(clinicCase({ longest: 14 }), (given) => {
      const { document, horizon, now } = setUp(given);
      for (const each of document.calendars) {
        expectRoundTrip({ ...shownOf(each, horizon, now), hidden: [] });
      }
    }),
    { numRuns: runs(75) },
  );
});
