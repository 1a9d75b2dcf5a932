import { describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../test/support/failure.js';
import type { Answer } from '../http/answer/answer.js';
import { bodyReader } from '../http/answer/bodyReader.js';
import { refusalOf } from '../http/answer/refusal.js';
import { Booking, BookingPage } from './bookings.js';
import { Breaks } from './breaks.js';
import { NotificationAnswer, NotificationBatch } from './notifications.js';
import { FreeSlots } from './slots.js';
import { Time } from './time.js';

const answer = (status: number, body: unknown, type = 'text/plain'): Answer => ({
  status,
  headers: new Headers({ 'Content-Type': type }),
  body: typeof body === 'string' ? { type: 'other' } : { type: 'json', value: body },
});

const TOO_LATE = 'End date should be less than or equal to 15.05.2021, 11:45.';

/** 14 May 2030, 07:00 in UTC, in minutes since 1970. */
const NINE = Date.UTC(2030, 4, 14, 7) / 60_000;

const visit = {
  id: 5,
  status: 'booked',
  start_at: '2030-05-14T09:00:00+0200',
  end_at: '2030-05-14T09:30:00+02:00',
  duration: 30,
  booked_by: 'user',
  booked_at: '2030-05-13T09:00:00+02:00',
  canceled_by: '',
  canceled_at: null,
  comment: 'private words',
  patient: { name: 'Pat', phone: '+34600000000' },
  insurance: { id: 1, name: 'Axa' },
};

describe('refusals', () => {
  test('`errors` as an object, whatever the media type', () => {
    const body = {
      errors: { 'slots[12].end': [TOO_LATE], reason: 'Invalid arguments' },
      message: 'Invalid arguments',
    };
    const type = 'application/vnd.error+docplanner+json';
    expect(refusalOf(answer(400, body, type))).toEqual({
      type: 'rejected',
      status: 400,
      message: 'Invalid arguments',
      fields: [
        { path: 'slots[12].end', slotIndex: 12, period: undefined, texts: [TOO_LATE] },
        { path: 'reason', slotIndex: undefined, period: undefined, texts: ['Invalid arguments'] },
      ],
    });
  });

  test('`errors` as a list', () => {
    expect(
      refusalOf(answer(422, { errors: ['Visit not found', 'b'], message: 'Invalid date range' })),
    ).toMatchObject({
      message: 'Invalid date range',
      fields: [{ path: '', texts: ['Visit not found', 'an undocumented message (1 characters)'] }],
    });
  });

  test.each(['', 'null', '[]', '<html>secret body</html>', '{"message": 5, "errors": 7}'])(
    'a body of %s is a refusal without words',
    (body) => {
      const expected = { type: 'rejected', status: 400, message: '', fields: [] };
      expect(refusalOf(answer(400, body))).toEqual(expected);
    },
  );

  test.each([
    'Cannot activate calendar on address 123, profile/address is not commercial',
    "Insurance provider(s) with id (3, 17) not found for address id (100)'",
    'Unable to perform booking. Slot (2021-05-16T14:00:00+02:00) does not support service 113',
    'Validation error message, e.g.: Slots comes from different days',
    TOO_LATE,
  ])('a documented message is repeated: %s', (message) => {
    expect(refusalOf(answer(404, { message }))).toHaveProperty('message', message);
  });

  test.each([
    'Maria Lopez, +34600000000, has booked already',
    'Visit Maria cannot be canceled because it is not booked',
    'Object not found\nMaria',
    '\u001b[2JObject not found',
    `Visit ${'1'.repeat(300)} cannot be canceled because it is not booked`,
  ])('of any other only the length is told: %j', (message) => {
    const fields = { [`slots[0].${message}`]: [message], 'slots[0].end': message };
    const refusal = refusalOf(answer(400, { message, errors: fields }));
    const told = `an undocumented message (${message.length} characters)`;
    expect(refusal).toEqual({
      type: 'rejected',
      status: 400,
      message: told,
      fields: [
        {
          path: `an undocumented field (${message.length + 9} characters)`,
          slotIndex: undefined,
          period: undefined,
          texts: [told],
        },
        { path: 'slots[0].end', slotIndex: 0, period: undefined, texts: [told] },
      ],
    });
  });

  test('a 405 of the API itself is no firewall', () => {
    expect(refusalOf(answer(405, { message: 'Method not allowed' })).type).toBe('rejected');
  });
});

describe('bookings', () => {
  test('nothing of the patient is left', () => {
    expect(Booking.parse(visit)).toEqual({
      id: '5',
      status: 'booked',
      start: NINE,
      end: NINE + 30,
      startAt: '2030-05-14T09:00:00+02:00',
      endAt: '2030-05-14T09:30:00+02:00',
      bookedBy: 'user',
      bookedAt: NINE - 1440,
      canceledBy: undefined,
      canceledAt: undefined,
      addressServiceId: undefined,
      moving: undefined,
    });
  });

  test('values that nobody documented are unknown, not errors', () => {
    const odd = { status: 'pending', booked_by: 'robot', canceled_by: '2030-05-14', moving: null };
    expect(Booking.parse({ ...visit, ...odd })).toMatchObject({
      status: 'unknown',
      bookedBy: 'unknown',
      canceledBy: 'unknown',
    });
  });

  test('one that cannot be read fails the page, and is not quoted', () => {
    const page = { _items: [visit, { ...visit, start_at: 'PRIVATE' }], pages: 1 };
    expect(bodyReader(BookingPage)(answer(200, page)).match(unexpected, failure)).toEqual({
      type: 'unexpected-answer',
      status: 200,
      problem: '_items.1.start_at: invalid_format',
    });
  });

  test('a list without pages is whole', () => {
    expect(BookingPage.parse({ _items: [] })).toEqual({ bookings: [], pages: 1 });
  });
});

describe('breaks', () => {
  test('numbers as ids, null as description, unknown fields', () => {
    const since = '2030-05-14T09:00:00+02:00';
    const item = { id: 7, since, till: since, description: null, new_field: [1] };
    expect(Breaks.parse({ _items: [item], _links: {} })).toEqual([
      { id: '7', start: NINE, end: NINE, since, till: since, description: undefined },
    ]);
  });
});

describe('times', () => {
  test.each([
    ['2030-05-14T09:00:00+02:00', '2030-05-14T09:00:00+02:00', 0, 0],
    ['2030-05-14T09:00:00+0200', '2030-05-14T09:00:00+02:00', 0, 0],
    ['2030-05-14T07:00:00.000Z', '2030-05-14T07:00:00+00:00', 0, 0],
    ['2030-05-14T07:00:00.123Z', '2030-05-14T07:00:00+00:00', 0, 1],
    ['2030-05-14T09:00:59+02:00', '2030-05-14T09:00:59+02:00', 0, 1],
    ['2030-05-14T10:01:00+02:30', '2030-05-14T10:01:00+02:30', 31, 31],
  ])('%s is %s', (written, text, begun, over) =>
    expect(Time.parse(written)).toEqual({ text, begun: NINE + begun, over: NINE + over }),
  );

  test.each([
    '',
    '2030-05-14',
    '2030-05-14T09:00:00',
    '2030-02-30T09:00:00+02:00',
    '2030-05-14T25:00:00+02:00',
    '2030-05-14T09:00:60+02:00',
    '2030-05-14T09:00:00+99:00',
    '14.05.2030',
    'PT1H',
  ])('"%s" is none', (text) => expect(Time.safeParse(text).success).toBe(false));

  test('one that is on no calendar fails the read, and is not quoted', () => {
    const page = { _items: [{ start: '2030-02-30T09:00:00+02:00', address_services: null }] };
    expect(bodyReader(FreeSlots)(answer(200, page)).match(unexpected, failure)).toEqual({
      type: 'unexpected-answer',
      status: 200,
      problem: '_items.0.start: invalid_format',
    });
  });

  test('slots, breaks and bookings with seconds take the minutes that they touch', () => {
    const since = '2030-05-14T09:00:30+02:00';
    const till = '2030-05-14T09:29:30+02:00';
    const touched = { start: NINE, end: NINE + 30 };
    expect(FreeSlots.parse({ _items: [{ start: since }] })).toMatchObject([{ start: NINE }]);
    expect(Breaks.parse({ _items: [{ id: 1, since, till }] })).toMatchObject([touched]);
    expect(Booking.parse({ ...visit, start_at: since, end_at: till })).toMatchObject(touched);
  });
});

describe('ids', () => {
  test.each(['', 'a b', '\u001b[2J', 'ä', 'x'.repeat(201)])('%j is none', (id) => {
    expect(Breaks.safeParse({ _items: [{ ...visit, id }] }).success).toBe(false);
  });
});

describe('notifications', () => {
  const where = { facility: { id: '1' }, doctor: { id: '2' }, address: { id: 3 } };
  const told = { name: 'slot-booked', created_at: '2030-05-13T09:00:00+02:00' };

  test('a booking, without its patient', () => {
    const read = NotificationAnswer.parse({ ...told, data: { ...where, visit_booking: visit } });
    expect(read).toMatchObject({
      type: 'slot-booked',
      facilityId: '1',
      doctorId: '2',
      addressId: '3',
      createdAt: NINE - 1440,
      booking: { id: '5' },
    });
    expect(JSON.stringify(read)).not.toMatch(/Pat|\+346|private|Axa/);
  });

  test('those that cannot be read do not cost the others', () => {
    const good = { ...told, data: { ...where, visit_booking: visit } };
    const notifications = [
      { ...told, data: {} },
      null,
      { name: 'presence-marked', data: where },
      good,
    ];
    const batch = NotificationBatch.parse({ notifications, remaining: '4' });
    expect(batch.notifications.map(({ type }) => type)).toEqual([
      'other',
      'other',
      'other',
      'slot-booked',
    ]);
    expect(batch.notifications[2]).toEqual({ type: 'other', name: 'presence-marked' });
    expect(batch.remaining).toBe(4);
  });
});
