import { expect, test } from 'vitest';
import type { FindingOutput } from '../../src/index.js';
import { calendar, checked, MORNING } from './clinic.js';

const inShort = ({ calendar: id, start, code, ids }: FindingOutput): string =>
  `${id} ${start.slice(11, 16)} ${code} ${ids.join(' ')}`.trimEnd();

test('findings come by calendar as the document lists them, then start, code and ids', () => {
  const bookings = [
    { id: 'b3', start: '2026-10-05T09:00', duration: 30, addressServiceId: 'gone' },
    { id: 'b1', start: '2026-10-05T09:00', duration: 30, addressServiceId: 'gone' },
    { id: 'b2', start: '2026-10-05T08:00', duration: 30 },
  ];
  const schedules = [{ ...MORNING, end: '2026-10-05T14:10' }];
  const all = [
    calendar({ id: 'zeta', schedules, bookings }),
    calendar({ id: 'alpha', addressId: '34', doctorId: '23', schedules }),
  ];
  const expected = [
    'zeta 08:00 booking-outside-availability b2',
    'zeta 09:00 booking-overlap b1 b3',
    'zeta 09:00 booking-unknown-service b1',
    'zeta 09:00 booking-unknown-service b3',
    'zeta 09:00 stranded-time',
    'alpha 09:00 stranded-time',
  ];
  expect(checked(all).findings.map(inShort)).toEqual(expected);
});

test('what two calendars have with each other is sorted in among the findings of the first', () => {
  const bookings = [{ id: 'b1', start: '2026-10-05T08:00', duration: 30 }];
  const late = [{ id: 'b2', start: '2026-10-05T15:00', duration: 30 }];
  const both = [
    calendar({ bookings: [...late, ...bookings] }),
    calendar({ id: 'norte', addressId: '34', bookings }),
  ];
  expect(checked(both).findings.map(inShort)).toEqual([
    'centro 08:00 booking-outside-availability b1',
    'centro 08:00 doctor-double-booked b1 b1',
    'centro 09:00 doctor-double-scheduled centro norte',
    'centro 15:00 booking-outside-availability b2',
    'norte 08:00 booking-outside-availability b1',
  ]);
});
