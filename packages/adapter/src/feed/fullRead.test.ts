import { expect, test } from 'vitest';
import { remoteBooking } from '../../test/support/remote.js';
import type { RemoteBooking } from '../wire/bookings.js';
import type { BookingsFile, FeedBooking } from './bookingsFile.js';
import { readWindow, withFullRead } from './fullRead.js';

const NOW = Date.parse('2030-05-13T06:00:30Z');

const fed = (id: string, date: string): FeedBooking => ({
  id,
  start: `${date}T09:00:00+02:00`,
  end: `${date}T10:00:00+02:00`,
  status: 'booked',
  publish: 'none',
});
const remote = (id: string, date: string): RemoteBooking =>
  remoteBooking({ id, startAt: `${date}T09:00:00+02:00`, endAt: `${date}T10:00:00+02:00` });

test('180 days, three of them past', () => {
  expect(readWindow(NOW)).toEqual({
    start: '2030-05-10T06:00:00+00:00',
    end: '2030-11-06T06:00:00+00:00',
  });
});

test('replaces what was known of that time, and keeps what lies beyond it', () => {
  const file: BookingsFile = {
    version: 1,
    kind: 'slotwright-bookings',
    calendars: {
      '1/10/100': [
        fed('gone', '2030-06-01'),
        fed('far', '2030-12-01'),
        fed('nearer', '2030-12-02'),
      ],
      '1/10/101': [fed('elsewhere', '2030-06-01'), fed('stays', '2030-06-01')],
    },
  };
  const read = [remote('nearer', '2030-06-02'), remote('elsewhere', '2030-06-03')];
  expect(withFullRead(file, '1/10/100', readWindow(NOW), read).calendars).toEqual({
    '1/10/100': [
      fed('nearer', '2030-06-02'),
      fed('elsewhere', '2030-06-03'),
      fed('far', '2030-12-01'),
    ],
    '1/10/101': [fed('stays', '2030-06-01')],
  });
});
