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

test('3,000 bookings at each of two calendars of one address, of which one is asked for', () => {
  const both = [
    calendar({ bookings: overlapping }),
    calendar({ id: 'norte', facilityId: '12', bookings: overlapping }),
  ];
  const started = process.cpuUsage();
  expect(foundIn('doctor-double-booked', both, { only: ['centro'] })).toEqual([]);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});

test('3,000 bookings at each of two addresses whose dates have no time in common', () => {
  const throughMidnight = Array.from({ length: COUNT }, (_, index) => `b${index}`);
  const east = calendar({
    timezone: 'Pacific/Kiritimati',
    bookings: throughMidnight.map((id) => ({ id, start: '2026-10-05T23:00', duration: 100 })),
  });
  const west = calendar({
    id: 'niue',
    addressId: '34',
    timezone: 'Pacific/Niue',
    bookings: throughMidnight.map((id) => ({ id, start: '2026-10-04T23:30', duration: 100 })),
  });
  const started = process.cpuUsage();
  expect(foundIn('doctor-double-booked', [east, west])).toEqual([]);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});

test('500 schedules of 50 services, staggered, in two durations', () => {
  const ids = Array.from({ length: 50 }, (_, index) => `s${index}`);
  const schedules = Array.from({ length: 500 }, (_, index) => ({
    id: `w${index}`,
    start: wallTime(index),
    end: wallTime(700 + index),
    rrule: 'FREQ=DAILY',
    services: ids.map((addressServiceId) => ({
      addressServiceId,
      duration: index % 2 === 0 ? 30 : 60,
    })),
  }));
  const services = ids.map((addressServiceId) => ({ addressServiceId, duration: 30 }));
  const asked = { through: '2026-10-25' };
  const started = process.cpuUsage();
  const conflicts = found('schedule-duration-conflict', { services, schedules }, asked);
  expect(conflicts).toHaveLength(50 * 21);
  expect(cpuMsSince(started)).toBeLessThan(SOON);
});

/** A minute of 5 October 2026. */
function wallTime(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return `2026-10-05T${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
