import { describe, expect, test } from 'vitest';
import { booking, schedule, withCalendar } from '../../../test/document/sample.js';
import type { Calendar } from '../clinic.js';
import { describeDocumentError } from '../describe.js';
import { parseDocument } from './parseDocument.js';

const SERVICES = [
  { id: 'first', addressServiceId: '10', duration: 30 },
  { addressServiceId: 20, duration: 20 },
];
const WINDOW = { start: '10:00', end: '12:00' };
const parse = (change: Readonly<Record<string, unknown>>) =>
  parseDocument(withCalendar({ services: SERVICES, ...change }));
const parsed = (change: Readonly<Record<string, unknown>>): Calendar | undefined =>
  parse(change)._unsafeUnwrap().calendars[0];
const sentences = (change: Readonly<Record<string, unknown>>) =>
  parse(change)._unsafeUnwrapErr().map(describeDocumentError);

test('the id of a service is by default that of the address service', () => {
  expect(parsed({})?.services).toMatchObject([
    { id: 'first', addressServiceId: '10' },
    { id: '20', addressServiceId: '20' },
  ]);
});

describe('a service is named by its id', () => {
  const offers = [
    { addressServiceId: '10', duration: 45 },
    { addressServiceId: '20', duration: 20 },
  ];

  test.each(['service', 'addressServiceId'])('in the field %s', (key) => {
    const services = ['20', { [key]: 'first', duration: 45 }];
    const calendar = parsed({
      schedules: [schedule({ services })],
      overrides: [{ date: '2026-11-03', windows: [{ ...WINDOW, services }] }],
      bookings: [booking({ addressServiceId: undefined, [key]: 'first' })],
    });
    expect(calendar?.schedules[0]?.offers).toEqual(offers);
    expect(calendar?.overrides[0]?.windows[0]?.offers).toEqual(offers);
    expect(calendar?.bookings[0]?.addressServiceId).toBe('10');
  });

  test('a booking of a service that the calendar does not have keeps what it says', () => {
    const bookings = [
      booking({ id: 1, addressServiceId: '10' }),
      booking({ id: 2, addressServiceId: 'gone' }),
    ];
    expect(parsed({ bookings })?.bookings.map((one) => one.addressServiceId)).toEqual([
      '10',
      'gone',
    ]);
  });

  test('in one of the two fields', () => {
    const both = { service: 'first', addressServiceId: '20' };
    const sentence =
      'Expected either service or addressServiceId, found service and addressServiceId together.';
    expect(sentences({ schedules: [schedule({ services: [both] })] })).toEqual([sentence]);
    expect(sentences({ bookings: [booking(both)] })).toEqual([sentence]);
  });

  test.each([
    ['10', 'The calendar has no service "10"; did you mean "first"?'],
    ['frst', 'The calendar has no service "frst"; did you mean "first"?'],
    ['30', 'The calendar has no service "30"; did you mean "20"?'],
    ['x', 'The calendar has no service "x"; expected one of the calendar\'s services.'],
  ])('not by %s', (name, sentence) => {
    expect(sentences({ schedules: [schedule({ services: [name] })] })).toEqual([sentence]);
  });
});

test('insurance plans are read beside providers', () => {
  const insurance = { accepted: 'with-insurance-only', providers: [52], plans: [7, 8] };
  const schedules = [
    schedule({ insurance }),
    schedule({ id: 'none', insurance: { ...insurance, plans: undefined } }),
  ];
  expect(parsed({ schedules })?.schedules.map((one) => one.insurance?.plans)).toEqual([[7, 8], []]);
});
