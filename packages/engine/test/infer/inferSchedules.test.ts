import { expect, test } from 'vitest';
import {
  type ClinicDocumentInput,
  type InferredCalendar,
  inferSchedules,
  parseDocument,
  parseHorizon,
  parseInstant,
  zoneId,
} from '../../src/index.js';
import { type Said, shownOf, slotsAgain } from './shown.js';

type Parts = Omit<
  ClinicDocumentInput['calendars'][number],
  'id' | 'facilityId' | 'doctorId' | 'addressId' | 'services'
> & { readonly services?: ClinicDocumentInput['calendars'][number]['services'] };

interface Asked {
  readonly from?: string;
  readonly through?: string;
  readonly now?: string;
  readonly said?: Said;
}

const VISIT = { addressServiceId: '7', duration: 30 };
const EXAM = { addressServiceId: '8', duration: 20 };
const week = (rule: string) => `FREQ=WEEKLY;BYDAY=${rule}`;
const MORNINGS = {
  id: 'a',
  start: '2026-09-07T09:00',
  end: '2026-09-07T14:00',
  rrule: week('MO,TU,WE,TH,FR'),
};
const AFTERNOONS = {
  id: 'b',
  start: '2026-09-07T16:00',
  end: '2026-09-07T19:00',
  rrule: week('MO,WE'),
};
/** Twelve weeks from a Monday on, the end of summer time in the middle. */
const TWELVE_WEEKS = { from: '2026-10-05', through: '2026-12-27', now: '2026-10-05T05:00:00Z' };

/** What is inferred of a calendar, once it is seen that it shows the same. */
function inferred(parts: Parts, asked: Asked = {}): InferredCalendar {
  const { from, through, now, said } = { ...TWELVE_WEEKS, said: 'at-starts' as const, ...asked };
  const place = { id: 'c', facilityId: '1', doctorId: '2', addressId: '3', services: [VISIT] };
  const document = parseDocument({
    version: 1,
    timezone: 'Europe/Madrid',
    calendars: [{ ...place, ...parts }],
  })._unsafeUnwrap();
  const horizon = parseHorizon(from, through)._unsafeUnwrap();
  const [calendar] = document.calendars;
  if (calendar === undefined) throw new Error('one calendar');
  const shown = shownOf(calendar, horizon, parseInstant(now)._unsafeUnwrap(), said);
  const result = inferSchedules(shown);
  expect(slotsAgain(result, shown).map(({ start }) => start)).toEqual(
    shown.slots.map(({ start }) => start),
  );
  return result;
}

const rules = ({ schedules }: InferredCalendar) =>
  schedules.map(({ start, end, rrule }) => `${start.slice(11)}-${end.slice(11)} ${rrule}`);

test('two weekly shifts are two schedules, whatever the clock does meanwhile', () => {
  const result = inferred({ schedules: [MORNINGS, AFTERNOONS] });
  expect(result).toEqual({
    services: [VISIT],
    schedules: [
      {
        id: 'mon-to-fri-mornings',
        start: '2026-10-05T09:00',
        end: '2026-10-05T14:00',
        rrule: week('MO,TU,WE,TH,FR'),
      },
      {
        id: 'mon-wed-afternoons',
        start: '2026-10-05T16:00',
        end: '2026-10-05T19:00',
        rrule: week('MO,WE'),
      },
    ],
    overrides: [],
    closures: [],
    notes: [],
  });
});

test('every other week is a rule with INTERVAL=2 that starts in the right week', () => {
  const rrule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU';
  const result = inferred({
    schedules: [{ ...MORNINGS, start: '2026-09-01T09:00', end: '2026-09-01T14:00', rrule }],
  });
  expect(result.schedules).toEqual([
    { id: 'every-other-tue-mornings', start: '2026-10-13T09:00', end: '2026-10-13T14:00', rrule },
  ]);
  expect([result.overrides, result.closures]).toEqual([[], []]);
});

test('other hours in even and in odd weeks are a schedule for each', () => {
  const every = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU';
  const early = { id: 'x', start: '2026-10-06T09:00', end: '2026-10-06T12:00', rrule: every };
  const late = { id: 'y', start: '2026-10-13T15:00', end: '2026-10-13T18:00', rrule: every };
  expect(rules(inferred({ schedules: [early, late] }))).toEqual([
    `09:00-12:00 ${every}`,
    `15:00-18:00 ${every}`,
  ]);
});

test('a holiday is a closure, Christmas one from its first day through its last', () => {
  const closures = [{ date: '2026-10-12' }, { from: '2026-12-17', through: '2026-12-22' }];
  const result = inferred({ schedules: [MORNINGS], closures });
  expect(result.closures).toEqual(closures);
  expect(result.schedules).toHaveLength(1);
  expect(result.overrides).toEqual([]);
});

test('a date with other hours is an override', () => {
  const overrides = [{ date: '2026-11-03', windows: [{ start: '10:00', end: '12:00' }] }];
  const result = inferred({ schedules: [MORNINGS], overrides });
  expect(result.overrides).toEqual(overrides);
  expect(result.schedules).toHaveLength(1);
});

test('a Saturday that is open once is an override, no schedule', () => {
  const overrides = [{ date: '2026-11-07', windows: [{ start: '10:00', end: '12:00' }] }];
  expect(inferred({ schedules: [MORNINGS], overrides })).toMatchObject({ overrides, closures: [] });
});

test('a booking in the middle of a shift does not split it', () => {
  const bookings = [{ id: '1', start: '2026-10-07T10:10', duration: 45, publish: 'none' as const }];
  const breaks = [{ id: '2', start: '2026-10-08T12:00', end: '2026-10-08T12:20' }];
  const result = inferred({ schedules: [MORNINGS], bookings, breaks });
  expect(rules(result)).toEqual([`09:00-14:00 ${MORNINGS.rrule}`]);
  expect(result.overrides).toEqual([]);
});

test('it does not even where it is the only week that is seen, at the ends of shifts', () => {
  const booked = (id: number, start: string) => ({
    id: `${id}`,
    start,
    duration: 30,
    publish: 'none' as const,
  });
  const bookings = [
    booked(1, '2026-10-05T09:00'),
    booked(2, '2026-10-06T13:30'),
    booked(3, '2026-10-07T13:00'),
    booked(4, '2026-10-07T13:30'),
  ];
  const result = inferred({ schedules: [MORNINGS], bookings }, { through: '2026-10-11' });
  expect(rules(result)).toEqual([`09:00-14:00 ${MORNINGS.rrule}`]);
  expect(result.notes).toEqual([{ type: 'few-weeks', dates: 7 }]);
});

test('a day that is taken altogether is neither closed nor another day', () => {
  const breaks = [{ id: '2', start: '2026-10-14T00:00', end: '2026-10-17T00:00' }];
  const result = inferred({ schedules: [MORNINGS], breaks });
  expect(rules(result)).toEqual([`09:00-14:00 ${MORNINGS.rrule}`]);
  expect([result.overrides, result.closures]).toEqual([[], []]);
});

test('Fridays that end earlier have a schedule of their own', () => {
  const schedules = [
    { ...MORNINGS, rrule: week('MO,TU,WE,TH') },
    { ...MORNINGS, id: 'f', end: '2026-09-07T12:00', rrule: week('FR') },
  ];
  expect(rules(inferred({ schedules }))).toEqual([
    `09:00-14:00 ${week('MO,TU,WE,TH')}`,
    `09:00-12:00 ${week('FR')}`,
  ]);
});

test('services of 30 and 20 minutes share a grid of 10, and one shift', () => {
  const result = inferred({ services: [VISIT, EXAM], schedules: [MORNINGS] });
  expect(rules(result)).toEqual([`09:00-14:00 ${MORNINGS.rrule}`]);
  expect(result.schedules[0]?.services).toBeUndefined();
  expect(result.services).toEqual([VISIT, EXAM]);
});

test('a shift of one of the services names it', () => {
  const schedules = [MORNINGS, { ...AFTERNOONS, services: ['8'] }];
  const result = inferred({ services: [VISIT, EXAM], schedules });
  expect(result.schedules.map(({ services }) => services)).toEqual([undefined, ['8']]);
});

test('a buffer shows as a longer duration, and is told', () => {
  const result = inferred({ services: [{ ...VISIT, bufferAfter: 15 }], schedules: [MORNINGS] });
  expect(result.services).toEqual([{ ...VISIT, duration: 45 }]);
  expect(result.notes).toEqual([
    { type: 'duration-differs', addressServiceId: '7', said: 30, published: 45 },
  ]);
});

test('where starts do not say how long visits take, the list does, or else the step', () => {
  const parts = { services: [{ ...VISIT, bufferAfter: 15 }], schedules: [MORNINGS] };
  expect(rules(inferred(parts, { said: 'in-list' }))).toEqual([`09:00-13:30 ${MORNINGS.rrule}`]);
  const unsaid = inferred({ schedules: [MORNINGS] }, { said: 'nowhere' });
  expect(rules(unsaid)).toEqual([`09:00-14:00 ${MORNINGS.rrule}`]);
  expect(unsaid.notes).toEqual([{ type: 'duration-assumed', addressServiceId: '7', duration: 30 }]);
});

test('what is over today says nothing against the schedule', () => {
  const result = inferred({ schedules: [MORNINGS] }, { now: '2026-10-05T10:10:00Z' });
  expect(rules(result)).toEqual([`09:00-14:00 ${MORNINGS.rrule}`]);
  expect([result.overrides, result.closures]).toEqual([[], []]);
});

test('a horizon may begin in the middle of a week', () => {
  const result = inferred({ schedules: [MORNINGS, AFTERNOONS] }, { from: '2026-10-08' });
  expect(rules(result)).toEqual(
    [`16:00-19:00 ${AFTERNOONS.rrule}`, `09:00-14:00 ${MORNINGS.rrule}`].toReversed(),
  );
});

test('a shift until midnight ends at 23:59, as Docplanner has it', () => {
  const night = { ...MORNINGS, start: '2026-09-07T22:00', end: '2026-09-08T00:00' };
  expect(rules(inferred({ schedules: [night] }))).toEqual([`22:00-23:30 ${MORNINGS.rrule}`]);
});

test('a night with the hour that comes twice is the same schedule', () => {
  const nights = {
    id: 'n',
    start: '2026-09-07T01:00',
    end: '2026-09-07T05:00',
    rrule: week('SU,MO'),
  };
  const result = inferred({ schedules: [nights] });
  expect(rules(result)).toEqual([`01:00-05:00 ${week('MO,SU')}`]);
  expect([result.overrides, result.closures]).toEqual([[], []]);
});

test('what is open only in the second of two equal hours is a schedule of one date', () => {
  const once = { id: 'n', start: '2026-10-25T02:00+01:00', end: '2026-10-25T03:00+01:00' };
  expect(inferred({ schedules: [MORNINGS, once] }).schedules.slice(1)).toEqual([
    { id: 'on-2026-10-25', start: '2026-10-25T02:00:00+01:00', end: '2026-10-25T03:00:00+01:00' },
  ]);
});

test('a service that is never shown is told, and no schedule has it', () => {
  const result = inferred({
    services: [VISIT, EXAM],
    schedules: [{ ...MORNINGS, services: ['7'] }],
  });
  expect(result.notes).toEqual([{ type: 'service-never-shown', addressServiceId: '8' }]);
  expect(result.schedules[0]?.services).toEqual(['7']);
});

test('a calendar that shows nothing has no schedules', () => {
  expect(inferred({ schedules: [] })).toMatchObject({ schedules: [], overrides: [], closures: [] });
});

test('shifts that touch and differ only in insurance keep their grids', () => {
  const schedules = [
    { ...MORNINGS, rrule: week('MO'), end: '2026-09-07T10:50' },
    {
      ...MORNINGS,
      id: 'b',
      start: '2026-09-07T10:50',
      rrule: week('MO'),
      insurance: { accepted: 'without-insurance-only' as const },
    },
  ];
  const result = inferred({ schedules, services: [VISIT, EXAM] });
  expect(result.schedules.length).toBeLessThan(4);
  expect([result.overrides, result.closures]).toEqual([[], []]);
});

test('a duration that cannot be one says nothing', () => {
  const start = parseInstant('2026-10-05T08:00:00Z')._unsafeUnwrap();
  const { services, notes } = inferSchedules({
    timezone: zoneId('Europe/Madrid')._unsafeUnwrap(),
    horizon: parseHorizon('2026-10-05', '2026-10-05')._unsafeUnwrap(),
    now: start,
    services: [{ addressServiceId: '7', duration: 0 }],
    slots: [{ start, services: [{ addressServiceId: '7', duration: 100_000 }] }],
    hidden: [],
  });
  expect(services).toEqual([{ addressServiceId: '7', duration: 30 }]);
  expect(notes.map(({ type }) => type)).toEqual(['duration-assumed', 'few-weeks']);
});

test('where hours are published for some weeks only, one closure says that nothing is shown after them', () => {
  const rrule = `${week('MO,TH')};UNTIL=20261105`;
  const result = inferred({
    schedules: [{ ...MORNINGS, start: '2026-10-08T09:00', end: '2026-10-08T14:00', rrule }],
  });
  expect(result).toMatchObject({
    schedules: [{ start: '2026-10-08T09:00', rrule: week('MO,TH') }],
    overrides: [],
    closures: [{ from: '2026-11-09', through: '2026-12-24' }],
    notes: [{ type: 'nothing-shown-after', date: '2026-11-05' }],
  });
});
