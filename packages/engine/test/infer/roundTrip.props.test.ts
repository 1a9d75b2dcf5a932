import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDate,
  type Instant,
  inferSchedules,
  type LocalDate,
  parseDate,
  type ShownCalendar,
  zoneOf,
} from '../../src/index.js';
import { clinicCase } from '../../src/testing/index.js';
import { dateOf, plus } from '../../src/time/units.js';
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
  const after = again.map(({ start, addressServiceIds: ids }) => ({ start, ids }));
  const told = new Set(
    inferred.notes.flatMap((note) => (note.type === 'dates-not-exact' ? note.dates : [])),
  );
  const zone = zoneOf(shown.timezone);
  const dateAt = (start: Instant) => formatDate(dateOf(zone.toWall(start)));
  const isUntold = ({ start }: { readonly start: Instant }) => !told.has(dateAt(start));
  expect(startsOf(after.filter(isUntold))).toEqual(startsOf(before.filter(isUntold)));
  // Where no clock changes, there is nothing to tell.
  const clocksOf = (date: LocalDate) => zone.startOf(plus(date, 1)) - zone.startOf(date);
  for (const name of told) {
    const date = parseDate(name)._unsafeUnwrap();
    const isSteady = [-1, 0, 1].every((days) => clocksOf(plus(date, days)) === 1440);
    expect(isSteady, name).toBe(false);
  }
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
