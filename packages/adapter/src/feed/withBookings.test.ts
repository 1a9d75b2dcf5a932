import { parseDocument } from '@slotwright/engine';
import { describe, expect, test } from 'vitest';
import type { BookingsFile, FeedBooking } from './bookingsFile.js';
import { withBookings } from './withBookings.js';

const fed = (id: string): FeedBooking => ({
  id,
  start: '2030-05-14T09:00:00+02:00',
  end: '2030-05-14T09:30:00+02:00',
  status: 'booked',
  publish: 'none',
});
const file: BookingsFile = {
  version: 1,
  kind: 'slotwright-bookings',
  calendars: { '1/10/100': [fed('7'), fed('8')] },
};
const calendar = {
  id: 'ruiz',
  facilityId: 1,
  doctorId: '10',
  addressId: '100',
  services: [{ addressServiceId: '1001', duration: 30 }],
  schedules: [],
};
const document = (...calendars: readonly unknown[]) => ({
  version: 1,
  timezone: 'Europe/Madrid',
  calendars,
});

describe('a document that names a file', () => {
  const including = (...calendars: readonly unknown[]) =>
    withBookings({ ...document(...calendars), bookingsFrom: 'bookings.json' }, file);

  test('gets its bookings', () => {
    const whole = including(calendar, { ...calendar, id: 'other', addressId: '101' });
    expect(whole).toEqual(
      document(
        { ...calendar, bookings: [fed('7'), fed('8')] },
        { ...calendar, id: 'other', addressId: '101' },
      ),
    );
    const parsed = parseDocument(whole)._unsafeUnwrap();
    expect(parsed.calendars[0]?.bookings).toMatchObject([
      { id: '7', status: 'booked', publish: 'none', addressServiceId: undefined },
      { id: '8' },
    ]);
  });

  test('keeps its own booking of the same id, number or text', () => {
    const own = [{ id: 7, start: '2030-05-14T10:00', duration: 5 }, { id: 'b' }, 'nonsense'];
    expect(including({ ...calendar, bookings: own })).toEqual(
      document({ ...calendar, bookings: [...own, fed('8')] }),
    );
  });

  test.each([null, 'x', [], { facilityId: {} }, { ...calendar, bookings: 'none' }])(
    'with the calendar %j is left to the parser',
    (wrong) => {
      expect(including(wrong)).toEqual(document(wrong));
    },
  );

  test('loses the key whatever else is wrong', () => {
    expect(withBookings({ bookingsFrom: 1 }, file)).toEqual({});
    expect(withBookings({ bookingsFrom: 1, calendars: {} }, file)).toEqual({ calendars: {} });
  });
});

test('a document that names no file comes back as it was', () => {
  const plain = document(calendar);
  for (const same of [plain, null, 'x', [], undefined]) expect(withBookings(same, file)).toBe(same);
});
