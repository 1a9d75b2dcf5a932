import { expect, test } from 'vitest';
import { MAX_PAIRS } from '../../src/findings/finding.js';
import type { BookingInput } from '../../src/testing/index.js';
import { cpuMsSince } from '../support/cpuTime.js';
import { calendar, found, foundIn } from './clinic.js';

const COUNT = 3_000;
/** All share the minute before 12:00: more than four million pairs. */
const overlapping = Array.from({ length: COUNT }, (_, index): BookingInput => {
  const minute = String(index % 60).padStart(2, '0');
  return { id: `b${index}`, start: `2026-10-05T11:${minute}`, end: '2026-10-05T12:00' };
});

/** Milliseconds, many times what it takes on a slow machine, and a small part of what all pairs would. */
const SOON = 5_000;

test('3,000 bookings that all overlap are told by the first pairs', () => {
  const started = process.cpuUsage();
  expect(found('booking-overlap', { bookings: overlapping })).toHaveLength(MAX_PAIRS);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});

test('3,000 bookings on 1,000 breaks', () => {
  const breaks = Array.from({ length: 1_000 }, (_, index) => ({
    id: `p${index}`,
    start: '2026-10-05T11:30',
    end: '2026-10-05T12:00',
  }));
  const started = process.cpuUsage();
  expect(found('booking-on-break', { bookings: overlapping, breaks })).toHaveLength(MAX_PAIRS);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});

test('3,000 bookings at each of two addresses of a doctor', () => {
  const both = [
    calendar({ bookings: overlapping }),
    calendar({ id: 'norte', addressId: '34', bookings: overlapping }),
  ];
  const started = process.cpuUsage();
  expect(foundIn('doctor-double-booked', both)).toHaveLength(MAX_PAIRS);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});

test('pairs of each calendar are told, even if another one has too many', () => {
  const three = [
    calendar({ bookings: overlapping }),
    calendar({ id: 'norte', addressId: '34', bookings: overlapping }),
    calendar({ id: 'sur', addressId: '35', bookings: overlapping.slice(0, 3) }),
  ];
  const started = process.cpuUsage();
  const told = foundIn('doctor-double-booked', three).map((each) => each.calendar);
  expect(told.filter((id) => id === 'centro')).toHaveLength(MAX_PAIRS);
  expect(told.filter((id) => id === 'norte')).toHaveLength(MAX_PAIRS);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});

test('what other calendars have with each other does not crowd out what was asked for', () => {
  const conflict = { id: 'late', start: '2026-10-05T18:00', end: '2026-10-05T18:30' };
  const three = [
    calendar({ bookings: overlapping }),
    calendar({ id: 'norte', addressId: '34', bookings: [...overlapping, conflict] }),
    calendar({ id: 'asked', addressId: '35', bookings: [{ ...conflict, id: 'mine' }] }),
  ];
  const started = process.cpuUsage();
  const [found, ...others] = foundIn('doctor-double-booked', three, { only: ['asked'] });
  expect(found).toMatchObject({ calendar: 'asked', ids: ['mine', 'late'] });
  expect(others).toEqual([]);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});
