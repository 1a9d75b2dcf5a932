import fc from 'fast-check';
import { expect, test } from 'vitest';
import { booking, calendar, clinic, oneOff, schedule } from '../../../test/document/sample.js';
import { parseDocument } from './parseDocument.js';

const paths = (input: unknown) =>
  parseDocument(input)
    ._unsafeUnwrapErr()
    .map(({ path }) => path);

/** Anything at all, at any place of a document. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  withObjectString: true,
  withBoxedValues: true,
});

test('parsing answers, whatever it is given', () => {
  fc.assert(
    fc.property(anything, (input) => {
      expect(paths(input).length).toBeGreaterThan(0);
    }),
  );
});

test('every error of a document with junk in one place lies at or under that place', () => {
  const keys = [
    'services',
    'schedules',
    'overrides',
    'closures',
    'breaks',
    'bookings',
    'accept',
    'timezone',
    'colour',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...keys), anything, (key, junk) => {
      const answer = parseDocument(clinic({ calendars: [calendar({ [key]: junk })] }));
      const found = answer.isErr() ? answer.error.map(({ path }) => path) : [];
      expect(found.filter((path) => !path.startsWith(`calendars[0].${key}`))).toEqual([]);
    }),
  );
});

/** A document with one of everything; which optional keys are spelled out is drawn. */
const spelledOut = fc
  .record({
    calendar: fc.subarray([
      'schedules',
      'overrides',
      'closures',
      'breaks',
      'bookings',
      'accept',
      'timezone',
    ]),
    schedule: fc.subarray(['exdates', 'rdates', 'services']),
    break: fc.subarray(['exdates', 'rdates', 'description', 'publish']),
    booking: fc.subarray(['status', 'publish']),
    service: fc.subarray(['id']),
    document: fc.subarray(['closures', 'accept', 'retired']),
  })
  .map((chosen) => {
    const pick = (keys: readonly string[], defaults: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(keys.map((key) => [key, defaults[key]]));
    const lists = {
      schedules: [],
      overrides: [],
      closures: [],
      breaks: [],
      bookings: [],
      accept: [],
    };
    const content = {
      services: [
        { addressServiceId: '10', duration: 30, ...pick(chosen.service, { id: '10' }) },
        { addressServiceId: '20', duration: 20 },
      ],
      schedules: [
        schedule(pick(chosen.schedule, { exdates: [], rdates: [], services: ['10', '20'] })),
      ],
      breaks: [
        oneOff(pick(chosen.break, { exdates: [], rdates: [], description: 'b', publish: 'break' })),
      ],
      bookings: [booking(pick(chosen.booking, { status: 'booked', publish: 'carve' }))],
    };
    return clinic({
      ...pick(chosen.document, { closures: [], accept: [], retired: [] }),
      calendars: [
        calendar(content),
        calendar({
          id: 'empty',
          ...pick(chosen.calendar, { ...lists, timezone: 'Europe/Madrid' }),
        }),
      ],
    });
  });

test('spelling out defaults changes nothing', () => {
  const services = [
    { addressServiceId: '10', duration: 30 },
    { addressServiceId: '20', duration: 20 },
  ];
  const plain = clinic({
    calendars: [
      calendar({ services, schedules: [schedule()], breaks: [oneOff()], bookings: [booking()] }),
      calendar({ id: 'empty' }),
    ],
  });
  const expected = parseDocument(plain)._unsafeUnwrap();
  fc.assert(
    fc.property(spelledOut, (document) => {
      expect(parseDocument(document)._unsafeUnwrap()).toEqual(expected);
    }),
  );
});

type Leaf = readonly [path: string, set: (value: unknown) => unknown];

/** Every scalar of a document, with a function that puts something else there. */
function leaves(value: unknown, path: string, put: (value: unknown) => unknown): readonly Leaf[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      leaves(item, `${path}[${index}]`, (other) => put(value.with(index, other))),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      leaves(item, path === '' ? key : `${path}.${key}`, (other) =>
        put({ ...value, [key]: other }),
      ),
    );
  }
  return [[path, put]];
}

const FULL = clinic({
  closures: [
    { date: '2026-10-12', reason: 'Fiesta' },
    { date: '2026-10-05', rrule: 'FREQ=YEARLY', exdates: ['2027-10-05'], rdates: ['2026-10-06'] },
  ],
  accept: [{ code: 'booking-overlap', ids: ['k'], reason: 'x', until: '2026-12-31' }],
  retired: [{ facilityId: '7', doctorId: '8', addressId: '9' }],
  calendars: [
    calendar({
      timezone: 'Europe/Madrid',
      services: [
        { id: 'first', addressServiceId: '10', name: 'First', duration: 30, bufferAfter: 5 },
        { addressServiceId: '20', duration: 20 },
      ],
      schedules: [
        schedule({
          exdates: ['2026-11-02'],
          rdates: ['2026-11-07T10:00'],
          services: ['first', { service: '20', duration: 25 }],
          insurance: { accepted: 'with-insurance-only', providers: [52], plans: [7] },
        }),
      ],
      overrides: [
        { date: '2026-11-03', windows: [{ start: '10:00', end: '24:00' }] },
        { from: '2026-11-04', through: '2026-11-05', windows: [] },
      ],
      closures: [{ from: '2026-12-24', through: '2026-12-26', reason: 'x' }],
      breaks: [oneOff({ description: 'x', publish: 'break' })],
      bookings: [booking({ status: 'booked', publish: 'none' })],
      accept: [{ code: 'booking-off-grid', reason: 'x' }],
    }),
  ],
});

test('breaking one leaf gives one error, at that leaf', () => {
  const all = leaves(FULL, '', (value) => value);
  expect(parseDocument(FULL).isOk()).toBe(true);
  expect(all.length).toBeGreaterThan(40);
  const junk = fc.constantFrom<unknown>(null, true, -1, 0.5, Number.NaN, {}, [], '\u0000', 1n);
  fc.assert(
    fc.property(fc.constantFrom(...all), junk, ([path, put], value) => {
      // An offer is an id or an object, so {} there is an object without its id.
      const offer = /schedules\[0\]\.services\[0\]$/.test(path) && typeof value === 'object';
      fc.pre(!(offer && value !== null && !Array.isArray(value)));
      expect(paths(put(value))).toEqual([path]);
    }),
    { numRuns: 1000 },
  );
});
