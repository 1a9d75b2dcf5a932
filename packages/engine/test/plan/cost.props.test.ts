import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeCalendar, parseDocument } from '../../src/index.js';
import { NOTHING_KNOWN } from '../../src/plan/known.js';
import type { Step } from '../../src/plan/step.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { clinicCase } from '../../src/testing/index.js';
import { addDays } from '../../src/testing/wallText.js';
import { runs, setUp } from '../laws/case.js';
import { after, clinic, pause, published } from './clinic.js';
import { edit } from './edit.js';

const ONE = { type: 'one-request' } as const;

const typesOf = (steps: readonly Step[]): readonly string[] => steps.map(({ type }) => type);

test('an unchanged document has no steps, whatever the order of its parts', () => {
  fc.assert(
    fc.property(clinicCase(), (given) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars) {
        const known = published(computeCalendar(calendar, horizon, now));
        const turned = {
          ...calendar,
          breaks: [...calendar.breaks].reverse(),
          bookings: [...calendar.bookings].reverse(),
        };
        const plan = syncPlan(computeCalendar(turned, horizon, now), known, undefined, ONE);
        expect(plan.steps).toEqual([]);
        expect(plan.expected).toEqual([]);
      }
    }),
    { numRuns: runs(200) },
  );
});

test('one edited date is one write', () => {
  fc.assert(
    fc.property(clinicCase({ mostCalendars: 1, mostOverrides: 0 }), fc.nat(), (given, pick) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars) {
        const result = computeCalendar(calendar, horizon, now);
        const date = result.dates[pick % result.dates.length]?.date;
        if (date === undefined) continue;
        const quiet = { ...calendar, breaks: [], bookings: [] };
        const known = published(computeCalendar(quiet, horizon, now));
        const closure = { from: date, through: date, rrule: undefined, exdates: [], rdates: [] };
        const closures = [...quiet.closures, { ...closure, reason: undefined }];
        const edited = computeCalendar({ ...quiet, closures }, horizon, now);
        const { steps } = syncPlan(edited, known, undefined, ONE);
        const dates = steps.flatMap((step) => (step.type === 'replace-slots' ? step.dates : []));
        expect(steps.length).toBeLessThanOrEqual(1);
        expect(dates).toHaveLength(steps.length);
      }
    }),
    { numRuns: runs(200) },
  );
});

test('a first sync of 12 weeks is one PUT and one call for each one-off break', () => {
  const breaks = [
    pause('a', '10:00', '10:30'),
    pause('b', '2026-11-05T10:00', '2026-11-05T10:30'),
    pause('c', '2026-12-10T09:00', '2026-12-11T13:00'),
  ];
  const recurring = {
    ...pause('d', '11:00', '11:30'),
    rrule: 'FREQ=DAILY',
    publish: 'carve',
  } as const;
  const result = clinic(
    { breaks: [...breaks, recurring] },
    { now: '2026-10-04T20:00:00Z', through: addDays('2026-10-05', 81) },
  );
  const { steps } = syncPlan(result, NOTHING_KNOWN, undefined, ONE);
  expect(result.dates).toHaveLength(82);
  expect(typesOf(steps)).toEqual(['create-break', 'create-break', 'create-break', 'replace-slots']);
});

test('no plan has more calls than its breaks and its changed dates need', () => {
  fc.assert(
    fc.property(edit(), ({ before, after: edited }) => {
      fc.pre(before.dates[0]?.start === edited.dates[0]?.start);
      fc.pre(before.dates.length === edited.dates.length);
      const known = published(before);
      const { steps } = syncPlan(edited, known, undefined, ONE);
      const puts = steps.filter(({ type }) => type === 'replace-slots').length;
      const sides = { gone: new Map<string, number>(), came: new Map<string, number>() };
      const triple = (since: string, till: string, description: string): string =>
        `${Date.parse(since)} ${Date.parse(till)} ${description}`;
      const finished = after(known, steps).breaks;
      const left = new Set(finished.map((each) => triple(each.since, each.till, each.description)));
      const there = new Set(
        known.breaks.map((each) => triple(each.since, each.till, each.description)),
      );
      const count = (side: Map<string, number>, source: string, description: string): void => {
        const key = JSON.stringify([source, description]);
        side.set(key, (side.get(key) ?? 0) + 1);
      };
      for (const { source, since, till, description } of known.breaks) {
        if (!left.has(triple(since, till, description))) count(sides.gone, source, description);
      }
      for (const { source, since, till, description } of finished) {
        if (!there.has(triple(since, till, description))) count(sides.came, source, description);
      }
      // One call a pair, one for each that is left of either side.
      const keys = new Set([...sides.gone.keys(), ...sides.came.keys()]);
      const needed = [...keys].reduce(
        (sum, key) => sum + Math.max(sides.gone.get(key) ?? 0, sides.came.get(key) ?? 0),
        0,
      );
      const calls = steps.length - puts;
      expect(puts).toBeLessThanOrEqual(1);
      expect(calls).toBeGreaterThanOrEqual(needed);
      // A move in two calls is one more; it takes slots that change, or another move.
      if (puts === 0 && needed <= 1) expect(calls).toBe(needed);
      expect(calls).toBeLessThanOrEqual(2 * needed);
    }),
    { numRuns: runs(300) },
  );
});

test('a document of which nothing is open still clears everything, once', () => {
  const closed = parseDocument({
    version: 1,
    timezone: 'Europe/Madrid',
    calendars: [
      {
        id: 'c',
        facilityId: '1',
        doctorId: '2',
        addressId: '3',
        services: [{ addressServiceId: '1', duration: 30 }],
        schedules: [],
      },
    ],
  })._unsafeUnwrap();
  const { horizon, dates } = clinic();
  const [calendar] = closed.calendars;
  const now = dates[0]?.start;
  if (calendar === undefined || now === undefined) throw new Error('the test has a calendar');
  const result = computeCalendar(calendar, horizon, now);
  const { steps } = syncPlan(result, NOTHING_KNOWN, undefined, ONE);
  expect(typesOf(steps)).toEqual(['replace-slots']);
  expect(syncPlan(result, after(NOTHING_KNOWN, steps), undefined, ONE).steps).toEqual([]);
});
