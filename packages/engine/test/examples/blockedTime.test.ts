import { describe, expect, test } from 'vitest';
import { instantFormatter, zoneOf } from '../../src/index.js';
import type { BookingInput, CalendarInput, PublishInput } from '../../src/testing/index.js';
import { computed, starts } from './computed.js';

describe('the buffer after a booking', () => {
  const services = [
    { addressServiceId: 'visit', duration: 20, bufferAfter: 10 },
    { addressServiceId: 'scan', duration: 30 },
  ];
  const schedules = [{ id: 'morning', start: '2026-10-05T09:00', end: '2026-10-05T11:00' }];
  const free = (publish: PublishInput, booking: Partial<BookingInput> = {}) => {
    const own = { id: 'b1', start: '2026-10-05T09:30', duration: 25, publish };
    const bookings = [{ ...own, addressServiceId: 'visit', ...booking }];
    return starts(computed({ services, schedules, bookings }));
  };

  test('is blocked where the booking is carved or sent, and is in it where Docplanner has it', () => {
    expect(free('carve')).toEqual(['05 09:00', '05 10:30']);
    expect(free('break')).toEqual(['05 09:00', '05 10:30']);
    expect(free('none')).toEqual(['05 09:00', '05 10:00', '05 10:30']);
  });

  test('is that of the service that the booking names, if the calendar has it', () => {
    const without = ['05 09:00', '05 10:00', '05 10:30'];
    expect(free('carve', { addressServiceId: 'scan' })).toEqual(without);
    expect(free('carve', { addressServiceId: 'gone' })).toEqual(without);
  });

  test('is part of the break that is sent', () => {
    const bookings: readonly BookingInput[] = [
      {
        id: 'b1',
        start: '2026-10-05T09:30',
        duration: 20,
        addressServiceId: 'visit',
        publish: 'break',
      },
    ];
    const result = computed({ services, schedules, bookings });
    expect(result.breaksToSend.map(({ start, end }) => end - start)).toEqual([30]);
  });
});

describe('blocked time in the night in which clocks go forward', () => {
  const SPRING = { from: '2026-03-29' };
  const night: Partial<CalendarInput> = {
    services: [{ addressServiceId: 'visit', duration: 15 }],
    schedules: [{ id: 'night', start: '2026-03-29T01:30', end: '2026-03-29T04:00' }],
  };
  const at = (clock: string) => `2026-03-29T${clock}`;
  const blocked = (parts: Partial<CalendarInput>): readonly string[] => {
    const result = computed({ ...night, ...parts }, SPRING);
    const iso = instantFormatter(zoneOf(result.calendar.timezone));
    return result.blocked.map(({ start, end }) =>
      [start, end].map((each) => iso(each).slice(11, 16)).join('-'),
    );
  };
  const pause = (start: string, end: string) =>
    blocked({ breaks: [{ id: 'p', start: at(start), end: at(end) }] });

  test('a break that starts in the gap starts where the gap ends', () => {
    expect(pause('02:30', '03:15')).toEqual(['03:00-03:15']);
    expect(pause('02:00', '02:30')).toEqual(['03:00-03:30']);
    expect(pause('01:45', '02:30')).toEqual(['01:45-03:30']);
    expect(pause('02:30', '03:00')).toEqual([]);
  });

  test('every occurrence of a break by itself', () => {
    const daily = { id: 'p', start: '2026-03-27T02:30', end: '2026-03-27T03:15' };
    const breaks = [{ ...daily, rrule: 'FREQ=DAILY' }];
    expect(blocked({ breaks })).toEqual(['03:00-03:15']);
  });

  test("a booking's duration counts from its start as it is read", () => {
    const booking = { id: 'b1', start: at('02:30') };
    expect(blocked({ bookings: [{ ...booking, duration: 15 }] })).toEqual(['03:00-03:45']);
    expect(blocked({ bookings: [{ ...booking, end: at('03:15') }] })).toEqual(['03:00-03:15']);
    expect(blocked({ bookings: [{ ...booking, end: at('03:00') }] })).toEqual([]);
  });

  test('the buffer of a booking of which the gap leaves nothing is blocked all the same', () => {
    const services = [{ addressServiceId: 'visit', duration: 15, bufferAfter: 5 }];
    const bookings = [
      { id: 'b1', start: at('02:30'), end: at('03:00'), addressServiceId: 'visit' },
    ];
    expect(blocked({ services, bookings })).toEqual(['03:00-03:05']);
  });

  test('an exact time is never in a gap', () => {
    const exact = [{ id: 'b1', start: `${at('02:30')}+01:00`, duration: 15 }];
    expect(blocked({ bookings: exact })).toEqual(['03:30-03:45']);
  });

  test('a window that starts in the gap is not changed by that', () => {
    const schedules = [{ id: 'night', start: at('02:30'), end: at('04:00') }];
    expect(starts(computed({ ...night, schedules }, SPRING))).toEqual(['29 03:30', '29 03:45']);
  });
});

test('a start before now is no slot, the next one is', () => {
  const at = (now: string) => starts(computed({}, { now: `2026-10-05T${now}:00Z` }));
  expect(at('11:00')).toEqual(['05 13:00', '05 13:30']);
  expect(at('11:01')).toEqual(['05 13:30']);
  expect(at('12:00')).toEqual([]);
});
