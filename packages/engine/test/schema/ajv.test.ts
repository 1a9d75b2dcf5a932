import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { documentJsonSchema, parseDocument } from '../../src/index.js';
import {
  booking,
  clinic,
  withAccept,
  withBooking,
  withBreak,
  withCalendar,
  withClosure,
  withInsurance,
  withSchedule,
  withWindow,
} from '../document/sample.js';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(documentJsonSchema());
const problems = (input: unknown): unknown => (validate(input) ? [] : validate.errors);

const PLACE = { facilityId: 1, doctorId: 2, addressId: 9 };
const windowOf = (start: string, end: string) => withWindow({ start, end });
const override = (dates: object) => withCalendar({ overrides: [{ ...dates, windows: [] }] });

describe('what the reader takes passes', () => {
  test.each([
    ['the sample', clinic()],
    ['ids that are numbers', withCalendar({ id: 0, addressId: 9007199254740991 })],
    ['an id of emoji', withCalendar({ id: '🦷'.repeat(100) })],
    ['a description of several lines', withBreak({ description: 'a\r\n\tb' })],
    ['seconds', withBreak({ start: '2026-11-10T13:00:00', end: '2026-11-10T14:00:00+01:00' })],
    ['UTC', withBooking({ start: '2026-11-10T13:00Z' })],
    ['a far offset', withBooking({ start: '2026-11-10T13:00:00-14:00' })],
    ['the first time', withBooking({ start: '1970-01-01T00:00' })],
    ['the last time', withBooking({ start: '2199-12-31T23:59' })],
    ['a leap day', withClosure({ date: '2028-02-29' })],
    ['a window through midnight', windowOf('00:00', '24:00')],
    ['a window with seconds', windowOf('23:58:00', '23:59:00')],
    ['dates and times', withSchedule({ exdates: ['2026-11-02'], rdates: ['2026-11-02T08:00:00'] })],
    ['a zone of three parts', clinic({ timezone: 'America/Argentina/Buenos_Aires' })],
    ['a zone with hyphens', clinic({ timezone: 'America/Port-au-Prince' })],
    ['a zone with a sign', clinic({ timezone: 'Etc/GMT+5' })],
    ['UTC as zone', clinic({ timezone: 'UTC' })],
    ['insurance', withInsurance({ accepted: 'with-insurance-only', providers: [5], plans: [7] })],
    ['a range of dates', override({ from: '2026-11-03', through: '2026-11-04' })],
    [
      'a closure that recurs',
      withClosure({ date: '2026-11-03', rrule: 'freq=yearly', rdates: [] }),
    ],
    ['accept', withAccept({ ids: ['k', 7], until: '2026-12-31' })],
    ['retired only', clinic({ calendars: [], retired: [PLACE] })],
    ['an offer by service', withSchedule({ services: [20, { service: 10, duration: 1 }] })],
    ['a booking by service', withBooking({ addressServiceId: undefined, service: '10' })],
  ])('%s', (_, document) => {
    expect(parseDocument(document).isOk()).toBe(true);
    expect(problems(document)).toEqual([]);
  });

  test.each([
    'FREQ=DAILY',
    'freq=weekly;byday=mo,tu',
    'Interval=2;WKST=su;Freq=Weekly;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=+1MO,-1FR,TU;COUNT=0005',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1,+2',
    'FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=1,-1;UNTIL=20301231',
    'FREQ=YEARLY;BYYEARDAY=1,-366;UNTIL=20301231T235960',
    'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO;UNTIL=20301231t225900z',
    'FREQ=DAILY;INTERVAL=10000;COUNT=100000',
  ])('the rule %s', (rrule) => {
    expect(parseDocument(withSchedule({ rrule })).isOk()).toBe(true);
    expect(problems(withSchedule({ rrule }))).toEqual([]);
  });
});

describe('what is clearly something else does not', () => {
  test.each([
    ['a German time', withBooking({ start: '30.11.2026 09:00' })],
    ['a time with a space', withBooking({ start: '2026-11-30 09:00' })],
    ['a time with odd seconds', withBooking({ start: '2026-11-30T09:00:30' })],
    ['a time without minutes', withBooking({ start: '2026-11-30T09' })],
    ['an hour too many', withBooking({ start: '2026-11-30T24:00' })],
    ['a German date', withClosure({ date: '30.11.2026' })],
    ['a month too many', withClosure({ date: '2026-13-01' })],
    ['a year too many', withClosure({ date: '2200-01-01' })],
    ['a date before all', withClosure({ date: '1969-12-31' })],
    [
      'an exdate of a closure with a time',
      withClosure({ date: '2026-11-02', exdates: ['2026-11-02T09:00'] }),
    ],
    ['an exdate with an offset', withSchedule({ exdates: ['2026-11-02T09:00Z'] })],
    ['a window at 9', windowOf('9:00', '12:00')],
    ['a window from 24:00', windowOf('24:00', '24:00')],
    ['a window until 24:01', windowOf('10:00', '24:01')],
    ['CET+1', clinic({ timezone: 'CET+1' })],
    ['UTC+2', clinic({ timezone: 'UTC+2' })],
    ['local', clinic({ timezone: 'local' })],
    ['a zone in lower case', clinic({ timezone: 'europe/madrid' })],
    ['a code that is none', withAccept({ code: 'booking-of-grid' })],
    ['an accept of accepts', withAccept({ code: 'accept-without-effect' })],
    ['no calendars', clinic({ calendars: [] })],
    ['no calendars and none retired', clinic({ calendars: [], retired: [] })],
    ['a date and a range', override({ date: '2026-11-03', through: '2026-11-04' })],
    ['half a range', override({ from: '2026-11-03' })],
    ['end and duration', withBooking({ end: '2026-11-30T10:00' })],
    [
      'an offer by two names',
      withSchedule({ services: [{ service: '10', addressServiceId: '10' }] }),
    ],
    ['an unknown key', withCalendar({ bookings: [booking({ patient: 'x' })] })],
  ])('%s', (_, document) => {
    expect(parseDocument(document).isErr()).toBe(true);
    expect(problems(document)).not.toEqual([]);
  });

  test.each([
    'FREQ=HOURLY',
    'FREQ=DAILY;',
    ';FREQ=DAILY',
    'BYDAY=MO',
    'RRULE:FREQ=DAILY',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=DAILY;UNTIL=2026-12-31',
    'FREQ=DAILY;INTERVAL=1.5',
    'FREQ=WEEKLY;BYDAY=MON',
    'FREQ=WEEKLY;BYDAY=MO,,TU',
    'XFREQ=DAILY',
    'every Monday',
    '',
  ])('the rule %s', (rrule) => {
    expect(parseDocument(withSchedule({ rrule })).isErr()).toBe(true);
    expect(problems(withSchedule({ rrule }))).not.toEqual([]);
  });
});
