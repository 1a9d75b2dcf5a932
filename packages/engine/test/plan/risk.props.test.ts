import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComputedCalendar, computeCalendar, type Instant } from '../../src/index.js';
import { NOTHING_KNOWN } from '../../src/plan/known.js';
import {
  bookableStarts,
  DEFAULT_GUARD,
  planRisk,
  takesTooMuch,
  totalRisk,
} from '../../src/plan/risk.js';
import { clinicCase } from '../../src/testing/index.js';
import { runs, setUp } from '../laws/case.js';
import { clinic, pause, published } from './clinic.js';
import { edit } from './edit.js';

const startsOf = ({ slots }: ComputedCalendar): readonly Instant[] =>
  slots.map(({ start }) => start);
const removed = ({ lost, closed }: { lost: number; closed: number }): number => lost + closed;

test('nothing is taken by what is booked, or given back by what is canceled', () => {
  fc.assert(
    fc.property(clinicCase({ mostCalendars: 1 }), (given) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars) {
        const booked = computeCalendar(calendar, horizon, now);
        const free = computeCalendar({ ...calendar, bookings: [] }, horizon, now);
        for (const before of [booked, free]) {
          const known = bookableStarts(before, published(before), undefined);
          for (const starts of [known, startsOf(before)]) {
            expect(removed(planRisk(booked, starts))).toBe(0);
            expect(removed(planRisk(free, starts))).toBe(0);
          }
        }
      }
    }),
    { numRuns: runs(100) },
  );
});

test('what is known to be published can be booked, less what hides without us', () => {
  fc.assert(
    fc.property(clinicCase({ mostCalendars: 1 }), (given) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars) {
        const result = computeCalendar(calendar, horizon, now);
        const known = new Set(bookableStarts(result, published(result), undefined));
        for (const start of startsOf(result)) expect(known.has(start)).toBe(true);
        expect(bookableStarts(result, NOTHING_KNOWN, startsOf(result))).toEqual([
          ...new Set(startsOf(result)),
        ]);
      }
    }),
    { numRuns: runs(100) },
  );
});

test('as many are taken as the edited document does not offer, whatever is booked', () => {
  fc.assert(
    fc.property(edit(), ({ before, after }) => {
      const starts = [...new Set(startsOf(before))];
      const risk = planRisk(after, starts);
      const { calendar, horizon, now } = after;
      const breaks = calendar.breaks.filter(({ publish }) => publish !== 'none');
      const ours = computeCalendar({ ...calendar, breaks, bookings: [] }, horizon, now);
      const offered = new Set(startsOf(ours));
      expect(risk.starts).toBe(starts.length);
      expect(removed(risk)).toBe(starts.filter((start) => !offered.has(start)).length);
      if (calendar.closures.length + calendar.overrides.length + calendar.breaks.length === 0) {
        expect(risk.closed).toBe(0);
      }
      expect(risk.first === undefined).toBe(removed(risk) === 0);
    }),
    { numRuns: runs(200) },
  );
});

test('closing more dates takes more', () => {
  fc.assert(
    fc.property(clinicCase({ mostCalendars: 1 }), fc.array(fc.boolean()), (given, chosen) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars) {
        const before = computeCalendar(calendar, horizon, now);
        let last = 0;
        const closures = [...calendar.closures];
        for (const [index, { date }] of before.dates.entries()) {
          if (chosen[index] !== true) continue;
          const day = { from: date, through: date, rrule: undefined, exdates: [], rdates: [] };
          closures.push({ ...day, reason: undefined });
          const after = computeCalendar({ ...calendar, closures }, horizon, now);
          const risk = planRisk(after, startsOf(before));
          expect(removed(risk)).toBeGreaterThanOrEqual(last);
          last = removed(risk);
        }
      }
    }),
    { numRuns: runs(50) },
  );
});

describe('in a week of 40 starts, of an hour or half of one,', () => {
  const open = clinic();
  const starts = startsOf(open);
  const risk = (changes: Parameters<typeof clinic>[0]) => planRisk(clinic(changes), starts);

  test.each([
    ['no schedule', { schedules: [] }, { lost: 40, closed: 0, first: '2026-10-05T09:00:00+02:00' }],
    [
      'a closure',
      { closures: [{ date: '2026-10-06' }] },
      { lost: 0, closed: 8, first: '2026-10-06T09:00:00+02:00' },
    ],
    [
      'a closure of time that no schedule offers any more',
      { closures: [{ from: '2026-10-05', through: '2026-10-11' }], schedules: [] },
      { lost: 40, closed: 0, first: '2026-10-05T09:00:00+02:00' },
    ],
    [
      'an override',
      { overrides: [{ date: '2026-10-07', windows: [{ start: '09:00', end: '11:00' }] }] },
      { lost: 0, closed: 4, first: '2026-10-07T11:00:00+02:00' },
    ],
    [
      'a break',
      { breaks: [pause('a', '10:00', '11:00')] },
      { lost: 0, closed: 2, first: '2026-10-05T10:00:00+02:00' },
    ],
    [
      'a booking',
      { bookings: [{ id: 'b', start: '2026-10-05T10:00', duration: 60, addressServiceId: '102' }] },
      { lost: 0, closed: 0 },
    ],
    [
      'hours that begin five minutes later',
      {
        schedules: [
          {
            ...{ id: 'mornings', start: '2026-10-05T09:05', end: '2026-10-05T13:00' },
            rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
          },
        ],
      },
      { lost: 40, closed: 0, first: '2026-10-05T09:00:00+02:00' },
    ],
  ] as const)('%s', (_, changes, expected) => {
    expect(risk(changes)).toEqual({ starts: 40, ...expected });
  });

  test('dates of which nothing is known count as Docplanner shows them', () => {
    const closed = clinic({ schedules: [] });
    expect(bookableStarts(closed, NOTHING_KNOWN, undefined)).toEqual([]);
    expect(planRisk(closed, bookableStarts(closed, NOTHING_KNOWN, starts)).lost).toBe(40);
    // What is published is known better than by what drift has made of it.
    expect(bookableStarts(closed, published(open), [])).toEqual(starts);
  });
});

test.each([
  [{ starts: 240, lost: 72, closed: 0 }, false],
  [{ starts: 240, lost: 73, closed: 0 }, true],
  [{ starts: 240, lost: 0, closed: 180 }, false],
  [{ starts: 240, lost: 0, closed: 181 }, true],
  [{ starts: 240, lost: 60, closed: 121 }, true],
  [{ starts: 9, lost: 9, closed: 0 }, false],
  [{ starts: 10, lost: 10, closed: 0 }, true],
  [{ starts: 0, lost: 0, closed: 0 }, false],
])('%j is too much: %s', (risk, expected) => {
  expect(takesTooMuch(risk, DEFAULT_GUARD)).toBe(expected);
});

test('together the first is the earliest, whatever zones they are in', () => {
  const one = { starts: 3, lost: 1, closed: 0, first: '2026-10-05T09:00:00+02:00' };
  const other = { starts: 4, lost: 0, closed: 2, first: '2026-10-05T08:30:00+01:00' };
  expect(totalRisk([other, one])).toEqual({ starts: 7, lost: 1, closed: 2, first: one.first });
});
