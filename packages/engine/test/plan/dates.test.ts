import { describe, expect, test } from 'vitest';
import { afterStep, splitByDate } from '../../src/plan/afterStep.js';
import { type KnownCalendar, NOTHING_KNOWN } from '../../src/plan/known.js';
import type { Step } from '../../src/plan/step.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { after, clinic, published, told } from './clinic.js';

const ONE = { type: 'one-request' } as const;
const CLOSED_TUESDAY = { overrides: [{ date: '2026-10-06', windows: [] }] };
const SHORT_MONDAY = {
  overrides: [{ date: '2026-10-05', windows: [{ start: '10:00', end: '12:00' }] }],
};

const entriesOf = (known: KnownCalendar, changes: Parameters<typeof clinic>[0]) =>
  syncPlan(clinic(changes), known, undefined, ONE).steps.flatMap((step) =>
    step.type === 'replace-slots'
      ? step.body.slots.map(
          ({ start, end, address_services }) =>
            `${start.slice(8, 16)}-${end.slice(11, 16)} ${address_services.length > 0 ? 'open' : 'clear'}`,
        )
      : [],
  );

test('an unchanged document has no steps and expects nothing', () => {
  const result = clinic();
  const plan = syncPlan(result, published(result), undefined, ONE);
  expect(plan).toMatchObject({ calendar: 'calendar', doctorId: '22', steps: [], expected: [] });
});

test('unknown dates are sent whole, with all their other time cleared', () => {
  const { steps, expected } = syncPlan(clinic(), NOTHING_KNOWN, undefined, ONE);
  expect(told(steps)).toEqual(['replace 10-05 10-06 10-07 10-08 10-09 10-10 10-11']);
  expect(entriesOf(NOTHING_KNOWN, {}).slice(0, 3)).toEqual([
    '05T00:00-09:00 clear',
    '05T09:00-13:00 open',
    '05T13:00-23:59 clear',
  ]);
  expect(entriesOf(NOTHING_KNOWN, {}).at(-1)).toBe('11T00:00-23:59 clear');
  expect(expected.map(({ date, slots }) => `${date} ${slots.length}`)).toEqual([
    '2026-10-05 8',
    '2026-10-06 8',
    '2026-10-07 8',
    '2026-10-08 8',
    '2026-10-09 8',
    '2026-10-10 0',
    '2026-10-11 0',
  ]);
});

test('a date that changed is sent, with the time that was open and is not', () => {
  const known = published(clinic());
  const { steps, expected } = syncPlan(clinic(SHORT_MONDAY), known, undefined, ONE);
  expect(told(steps)).toEqual(['replace 10-05']);
  expect(entriesOf(known, SHORT_MONDAY)).toEqual([
    '05T09:00-10:00 clear',
    '05T10:00-12:00 open',
    '05T12:00-13:00 clear',
  ]);
  expect(expected).toEqual([
    {
      date: '2026-10-05',
      start: '2026-10-05T00:00:00+02:00',
      end: '2026-10-06T00:00:00+02:00',
      slots: ['10:00', '10:30', '11:00', '11:30'].map((clock) => ({
        start: `2026-10-05T${clock}:00+02:00`,
        addressServiceIds: clock === '11:30' ? ['101'] : ['101', '102'],
      })),
    },
  ]);
});

test('a date that is closed now is cleared; one that opens has nothing to clear', () => {
  expect(entriesOf(published(clinic()), CLOSED_TUESDAY)).toEqual(['06T09:00-13:00 clear']);
  expect(entriesOf(published(clinic(CLOSED_TUESDAY)), {})).toEqual(['06T09:00-13:00 open']);
});

test('clearing entries that touch are one', () => {
  const halves = {
    overrides: [
      {
        date: '2026-10-06',
        windows: [
          { start: '09:00', end: '11:00', services: ['101'] },
          { start: '11:00', end: '13:00', services: ['102'] },
        ],
      },
    ],
  };
  expect(entriesOf(published(clinic(halves)), CLOSED_TUESDAY)).toEqual(['06T09:00-13:00 clear']);
});

test('another duration is a change, another order of services is none', () => {
  const services = [
    { addressServiceId: '102', duration: 60 },
    { addressServiceId: '101', duration: 30 },
  ];
  const known = published(clinic());
  expect(syncPlan(clinic({ services }), known, undefined, ONE).steps).toEqual([]);
  const shorter = services.map((service) => ({ ...service, duration: 30 }));
  expect(entriesOf(known, { services: shorter })).toHaveLength(5);
});

test('insurance is a change, other providers too', () => {
  const insured = (
    providers: readonly number[],
    accepted: 'with-insurance-only' | 'with-and-without-insurance' = 'with-insurance-only',
  ) =>
    clinic({
      overrides: [
        {
          date: '2026-10-06',
          windows: [
            {
              start: '09:00',
              end: '13:00',
              insurance: { accepted, providers },
            },
          ],
        },
      ],
    });
  const plan = (from: ReturnType<typeof clinic>, to: ReturnType<typeof clinic>) =>
    told(syncPlan(to, published(from), undefined, ONE).steps);
  expect(plan(clinic(), insured([1, 2]))).toEqual(['replace 10-06']);
  expect(plan(insured([1, 2]), insured([1, 3]))).toEqual(['replace 10-06']);
  expect(plan(insured([1, 2]), insured([2, 1]))).toEqual([]);
  expect(plan(insured([1]), insured([1], 'with-and-without-insurance'))).toEqual(['replace 10-06']);
});

test('a date whose record is damaged or of another date is unknown', () => {
  const known = published(clinic());
  const monday = known.dates['2026-10-05'] ?? [];
  const cleared = ['06T00:00-09:00 clear', '06T09:00-13:00 open', '06T13:00-23:59 clear'];
  for (const entries of [monday, monday.map((entry) => ({ ...entry, end: 'noon' }))]) {
    const dates = { ...known.dates, '2026-10-06': entries };
    expect(entriesOf({ ...known, dates }, {})).toEqual(cleared);
  }
});

describe('split', () => {
  const datesOf = (split: Parameters<typeof syncPlan>[3]) =>
    told(syncPlan(clinic(), NOTHING_KNOWN, undefined, split).steps);

  test('one request a date', () => {
    expect(datesOf({ type: 'one-per-date' })).toHaveLength(7);
  });

  test('at most so many entries a request, a date never over two', () => {
    expect(datesOf({ type: 'most-entries', entries: 7 })).toEqual([
      'replace 10-05 10-06',
      'replace 10-07 10-08',
      'replace 10-09 10-10 10-11',
    ]);
  });

  test('a request of several dates as one a date: the same is known afterwards', () => {
    const { steps } = syncPlan(clinic(), NOTHING_KNOWN, undefined, ONE);
    const each = steps.flatMap((step): readonly Step[] =>
      step.type === 'replace-slots' ? splitByDate(step) : [step],
    );
    expect(each).toEqual(
      syncPlan(clinic(), NOTHING_KNOWN, undefined, { type: 'one-per-date' }).steps,
    );
    expect(after(NOTHING_KNOWN, each)).toEqual(after(NOTHING_KNOWN, steps));
  });
});

test('a date that is closed is known to be', () => {
  const step = { type: 'replace-slots', dates: ['2026-10-05'], body: { slots: [] } } as const;
  expect(afterStep(NOTHING_KNOWN, step, undefined, 'Europe/Madrid')).toEqual({
    dates: { '2026-10-05': [] },
    breaks: [],
    timezone: 'Europe/Madrid',
  });
});

test('a horizon without dates has no steps', () => {
  const beyond = clinic({}, { from: '2027-10-05', through: '2027-10-06' });
  expect(syncPlan(beyond, published(clinic()), [], ONE).steps).toEqual([]);
});
