import { describe, expect, test } from 'vitest';
import { tuesday } from '../../test/support/openClient.js';
import { remoteBooking, remoteBreak } from '../../test/support/remote.js';
import type { RemoteBooking } from '../wire/bookings.js';
import type { Notification } from '../wire/notifications.js';
import { applyNotification, applyNotifications } from './applyNotifications.js';
import { bookingsFromRemote } from './feedBookings.js';
import { CALENDARS, emptyFile } from './testing/files.js';

const [HERE, THERE] = [
  { facilityId: '1', doctorId: '10', addressId: '100', createdAt: undefined },
  { facilityId: '1', doctorId: '20', addressId: '200', createdAt: undefined },
];
const visit = (id: string, changes: Partial<RemoteBooking> = {}): RemoteBooking =>
  remoteBooking({
    id,
    startAt: tuesday('09:00'),
    endAt: tuesday('09:30'),
    addressServiceId: '1001',
    ...changes,
  });
const BREAK = remoteBreak({
  id: '1',
  since: tuesday('09:00'),
  till: tuesday('09:30'),
  description: undefined,
});
const booked = (booking: RemoteBooking, place = HERE): Notification => ({
  type: 'slot-booked',
  ...place,
  booking,
});
const canceled = (booking: RemoteBooking): Notification => ({
  type: 'booking-canceled',
  ...HERE,
  booking,
});
const moved = (from: RemoteBooking, to: RemoteBooking, place = HERE): Notification => ({
  type: 'booking-moved',
  ...place,
  from,
  to,
});
const after = (...notifications: readonly Notification[]) => {
  const { calendars } = applyNotifications(emptyFile(), notifications);
  return Object.entries(calendars).flatMap(([place, list]) =>
    list.map(({ id, status }) => `${place} ${id} ${status}`),
  );
};

describe('notifications', () => {
  test('a booking of our own is one like any other', () => {
    const file = applyNotification(emptyFile(), booked(visit('1', { bookedBy: 'integration' })));
    expect(file.calendars['1/10/100']).toEqual([
      {
        id: '1',
        start: tuesday('09:00'),
        end: tuesday('09:30'),
        addressServiceId: '1001',
        status: 'booked',
        publish: 'none',
      },
    ]);
  });

  test('a cancellation that comes first stands, and the service comes with later news', () => {
    const early = canceled(visit('1', { addressServiceId: undefined }));
    const file = applyNotifications(emptyFile(), [early, booked(visit('1'))]);
    expect(file.calendars['1/10/100']).toMatchObject([
      { status: 'canceled', addressServiceId: '1001' },
    ]);
  });

  test('a booking that is moved to another doctor stays canceled where it was', () => {
    const move = moved(visit('1'), visit('2'), THERE);
    const expected = ['1/10/100 1 canceled', '1/20/200 2 booked'];
    expect(after(booked(visit('1')), move)).toEqual(expected);
    expect(after(move, booked(visit('1')))).toEqual(expected);
    expect(after(booked(visit('2'), THERE), booked(visit('1')), move, move)).toEqual(expected);
  });

  test('a move that keeps the id leaves the booking', () => {
    expect(after(moved(visit('1'), visit('1')))).toEqual(['1/10/100 1 booked']);
  });

  test('what changes nothing', () => {
    const file = emptyFile(CALENDARS.slice(0, 1));
    const others: readonly Notification[] = [
      { ...HERE, type: 'booking-confirmed', booking: visit('1') },
      { ...HERE, type: 'break-created', break: BREAK },
      { type: 'other', name: 'slot-changed' },
      booked(visit('1'), THERE),
      booked(visit('1', { endAt: tuesday('09:00') })),
      booked({ ...visit('1'), id: 'x'.repeat(256) }),
    ];
    for (const other of others) expect(applyNotification(file, other)).toEqual(file);
  });
});

describe('a full read', () => {
  test('by start, then id; canceled wins; an unknown status takes time', () => {
    const list = [
      visit('3', { startAt: '2030-05-14T07:30:00+00:00', endAt: tuesday('10:00') }),
      visit('2', { status: 'unknown' }),
      visit('1', { status: 'canceled' }),
      visit('1'),
    ];
    expect(bookingsFromRemote(list).map(({ id, status }) => `${id} ${status}`)).toEqual([
      '1 canceled',
      '2 booked',
      '3 booked',
    ]);
    expect(bookingsFromRemote([...list].reverse())).toEqual(bookingsFromRemote(list));
  });

  test('seconds become the whole minutes that they touch', () => {
    const times = { startAt: '2030-05-14T09:00:59+02:00', endAt: '2030-05-14T09:30:01+02:00' };
    expect(bookingsFromRemote([visit('1', times)])).toMatchObject([
      { start: '2030-05-14T07:00:00Z', end: '2030-05-14T07:31:00Z' },
    ]);
  });
});
