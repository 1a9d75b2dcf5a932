import { describe, expect, test } from 'vitest';
import {
  booking,
  calendar,
  clinic,
  oneOff,
  schedule,
  withAccept,
  withBooking,
  withBreak,
  withCalendar,
  withClosure,
  withSchedule,
  withService,
} from '../../../test/document/sample.js';
import { cpuMsSince } from '../../../test/support/cpuTime.js';
import { parseDate, parseInstant } from '../../time/iso.js';
import type { Calendar } from '../clinic.js';
import { describeDocumentError } from '../describe.js';
import { parseDocument } from './parseDocument.js';

const parsed = (input: unknown): Calendar | undefined =>
  parseDocument(input)._unsafeUnwrap().calendars[0];
const errorsOf = (input: unknown) => parseDocument(input)._unsafeUnwrapErr();
const sentences = (input: unknown) => errorsOf(input).map(describeDocumentError);

describe('defaults', () => {
  test('a calendar has empty lists and the zone of the document', () => {
    expect(parsed(clinic())).toMatchObject({
      timezone: 'Europe/Madrid',
      schedules: [],
      overrides: [],
      closures: [],
      breaks: [],
      bookings: [],
    });
  });

  test('a document accepts nothing and retires nothing', () => {
    expect(parseDocument(clinic())._unsafeUnwrap()).toMatchObject({ accept: [], retired: [] });
    expect(parsed(clinic())?.accept).toEqual([]);
  });

  test('a schedule offers every service, with its own duration', () => {
    expect(parsed(withSchedule({}))?.schedules[0]?.offers).toEqual([
      { addressServiceId: '10', duration: 30 },
      { addressServiceId: '20', duration: 20 },
    ]);
  });

  test.each([
    ['a break', {}, 'break'],
    ['a break with a rule', { rrule: 'FREQ=DAILY' }, 'carve'],
    ['a break with more dates', { rdates: ['2026-11-11'] }, 'break'],
    ['a break that says so', { publish: 'none' }, 'none'],
  ])('%s is published as %s: %s', (_, change, publish) => {
    expect(parsed(withBreak(change))?.breaks[0]).toMatchObject({ publish, description: 'b' });
  });

  test('a booking is booked, carved and may be of a service that is gone', () => {
    expect(parsed(withBooking({ addressServiceId: 99 }))?.bookings[0]).toEqual({
      id: 'k',
      start: parseInstant('2026-11-10T09:30+01:00')._unsafeUnwrap(),
      end: parseInstant('2026-11-10T10:00+01:00')._unsafeUnwrap(),
      addressServiceId: '99',
      status: 'booked',
      publish: 'carve',
    });
  });
});

test('offers come in the order of the services, with their durations', () => {
  const services = [{ addressServiceId: 20, duration: 25 }, '10'];
  expect(parsed(withSchedule({ services }))?.schedules[0]?.offers).toEqual([
    { addressServiceId: '10', duration: 30 },
    { addressServiceId: '20', duration: 25 },
  ]);
});

const ONCE = { rrule: undefined, exdates: [], rdates: [] };

test("the document's closures come before the calendar's", () => {
  const closures = [{ date: '2026-10-12', reason: 'Fiesta' }];
  const own = [{ from: '2026-12-24', through: '2026-12-26' }];
  const document = clinic({ closures, calendars: [calendar({ closures: own })] });
  const date = (text: string) => parseDate(text)._unsafeUnwrap();
  expect(parsed(document)?.closures).toEqual([
    { ...ONCE, from: date('2026-10-12'), through: date('2026-10-12'), reason: 'Fiesta' },
    { ...ONCE, from: date('2026-12-24'), through: date('2026-12-26'), reason: undefined },
  ]);
});

test('a moment with an offset and a local one are compared in the zone', () => {
  const end = '2026-11-10T12:30Z';
  expect(parseDocument(withBreak({ start: '2026-11-10T13:00', end })).isOk()).toBe(true);
  expect(errorsOf(withBreak({ start: '2026-11-10T13:30', end }))).toHaveLength(1);
});

test('an id may be used once in every list and in every calendar', () => {
  const same = (id: string) =>
    calendar({
      id,
      schedules: [schedule({ id: 'x' })],
      breaks: [oneOff({ id: 'x' })],
      bookings: [booking({ id: 'x' })],
    });
  expect(parseDocument(clinic({ calendars: [same('a'), same('b')] })).isOk()).toBe(true);
});

test('an occurrence may last 366 days, a one-off as long as it likes', () => {
  expect(parseDocument(withSchedule({ end: '2027-10-06T09:00' })).isOk()).toBe(true);
  expect(parseDocument(withBreak({ end: '2199-12-31T00:00' })).isOk()).toBe(true);
});

test('one rule may match from one start and not from another', () => {
  const rrule = 'FREQ=DAILY;INTERVAL=7;BYDAY=MO';
  const late = { id: 'late', start: '2026-11-05T09:00', end: '2026-11-05T14:00', rrule };
  const schedules = [schedule({ rrule }), schedule(late)];
  expect(errorsOf(withCalendar({ schedules })).map(({ path }) => path)).toEqual([
    'calendars[0].schedules[1].rrule',
  ]);
});

test.each(['FREQ=DAILY;UNTIL=20200101', 'FREQ=DAILY;UNTIL=20261004T225900Z'])(
  'a rule that ends before its start is possible, and empty: %s',
  (rrule) => expect(parseDocument(withSchedule({ rrule })).isOk()).toBe(true),
);

test('an error says where, what and what was expected', () => {
  expect(errorsOf(withSchedule({ end: 5 }))).toEqual([
    {
      type: 'invalid-value',
      path: 'calendars[0].schedules[0].end',
      keys: ['calendars', 0, 'schedules', 0, 'end'],
      found: '5',
      expected: 'a time such as 2026-10-05T14:00',
    },
  ]);
});

test('a duplicate names the first', () => {
  expect(sentences(withCalendar({ bookings: [booking({}), booking({})] }))).toEqual([
    '"k" is already used at calendars[0].bookings[0].id; expected ids that differ among the bookings.',
  ]);
});

test.each([
  [
    'date',
    withClosure({ date: '2026-02-30' }),
    '"2026-02-30" does not exist on the calendar; expected a date from',
  ],
  [
    'start',
    withBreak({ start: '2026-11-31T09:00' }),
    '"2026-11-31T09:00" does not exist on the calendar; expected a local',
  ],
  [
    'exdate',
    withSchedule({ exdates: ['2026-02-29'] }),
    '"2026-02-29" does not exist on the calendar; expected a local',
  ],
  [
    'until',
    withAccept({ until: '2026-06-31' }),
    '"2026-06-31" does not exist on the calendar; expected a date from',
  ],
])('a date that does not exist says so: %s', (_, document, sentence) => {
  expect(sentences(document)).toEqual([expect.stringContaining(sentence)]);
});

test.each([
  [
    '2200-01-01',
    '"2200-01-01" is not a date from 1970-01-01 through 2199-12-31, such as 2026-10-05.',
  ],
  [
    '2026-10-5',
    '"2026-10-5" is not a date from 1970-01-01 through 2199-12-31, such as 2026-10-05.',
  ],
])('what is no date of a document does not: %s', (date, sentence) => {
  expect(sentences(withClosure({ date }))).toEqual([sentence]);
});

test.each([
  [
    'the beginning of a key',
    withService({ buffer: 5 }),
    'Unknown key "buffer"; did you mean "bufferAfter"?',
  ],
  [
    'the beginning of a required key',
    clinic({ calendars: [calendar({ addressId: undefined, address: 3 })] }),
    'Unknown key "address"; did you mean "addressId"?',
  ],
  ['a key', withBooking({ statsu: 'booked' }), 'Unknown key "statsu"; did you mean "status"?'],
  [
    'a service',
    withSchedule({ services: ['1O'] }),
    'The calendar has no service "1O"; did you mean "10"?',
  ],
  [
    'a zone',
    clinic({ timezone: 'europe/madrid' }),
    'Unknown time zone "europe/madrid"; did you mean "Europe/Madrid"?',
  ],
  [
    'a zone that is misspelled',
    clinic({ timezone: 'Europe/Madird' }),
    'Unknown time zone "Europe/Madird"; did you mean "Europe/Madrid"?',
  ],
])('%s that is nearly right is suggested', (_, document, sentence) => {
  expect(sentences(document)).toEqual([sentence]);
});

test('values of unknown keys are never repeated, long values of known ones are cut', () => {
  const text = JSON.stringify(
    errorsOf(withBooking({ patient: 'Ana Díaz', status: 'x'.repeat(1e6) })),
  );
  expect(text).not.toContain('Ana');
  expect(text.length).toBeLessThan(1000);
});

test('control characters of a value do not reach a terminal', () => {
  expect(sentences(withSchedule({ rrule: 'FREQ=\u001b[31m' })).join()).not.toContain('\u001b');
});

test('of very many errors the first thousand are listed and the rest counted', () => {
  const errors = errorsOf(withCalendar({ bookings: new Array(1500).fill(null) }));
  expect(errors).toHaveLength(1001);
  expect(errors.at(-1)).toMatchObject({ type: 'more-errors', count: 500, path: '' });
});

test('keys of a prototype pollute nothing', () => {
  parseDocument(JSON.parse('{"__proto__": {"polluted": 1}, "version": 1}'));
  expect({}).not.toHaveProperty('polluted');
});

describe('speed', () => {
  test('100,000 bookings', () => {
    const bookings = Array.from({ length: 100_000 }, (_, id) => booking({ id }));
    const document = withCalendar({ bookings });
    const started = process.cpuUsage();
    expect(parseDocument(document).isOk()).toBe(true);
    expect(cpuMsSince(started)).toBeLessThan(5000);
  });

  test('10,000 calendars, all wrong', () => {
    const calendars = Array.from({ length: 10_000 }, (_, id) => calendar({ id, doctorId: null }));
    const started = process.cpuUsage();
    expect(errorsOf(clinic({ calendars }))).toHaveLength(1001);
    expect(cpuMsSince(started)).toBeLessThan(5000);
  });
});
