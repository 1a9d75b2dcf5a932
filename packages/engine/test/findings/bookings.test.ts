import { describe, expect, test } from 'vitest';
import type { BookingInput } from '../../src/testing/index.js';
import { found, MORNING } from './clinic.js';

const at = (time: string, id = 'b1', more: Partial<BookingInput> = {}): BookingInput => ({
  id,
  start: `2026-10-05T${time}`,
  duration: 30,
  ...more,
});
const canceled: Partial<BookingInput> = { status: 'canceled' };

describe('booking-overlap', () => {
  const code = 'booking-overlap';

  test('two active bookings share time: the time that they share', () => {
    expect(found(code, { bookings: [at('09:30', 'b2'), at('09:15', 'b1')] })).toEqual([
      {
        code,
        severity: 'error',
        calendar: 'centro',
        start: '2026-10-05T09:30:00+02:00',
        end: '2026-10-05T09:45:00+02:00',
        ids: ['b1', 'b2'],
        message:
          'Bookings b1 and b2 overlap at 2026-10-05 09:30-09:45: move or cancel one of them.',
      },
    ]);
  });

  test('bookings that touch do not overlap', () => {
    expect(found(code, { bookings: [at('09:00', 'b1'), at('09:30', 'b2')] })).toEqual([]);
  });

  test('a canceled booking overlaps nothing', () => {
    expect(found(code, { bookings: [at('09:00', 'b1'), at('09:00', 'b2', canceled)] })).toEqual([]);
  });

  test('three at one time are three pairs', () => {
    const bookings = [at('09:00', 'b1'), at('09:00', 'b2'), at('09:00', 'b3')];
    expect(found(code, { bookings }).map(({ ids }) => ids)).toEqual([
      ['b1', 'b2'],
      ['b1', 'b3'],
      ['b2', 'b3'],
    ]);
  });

  test('bookings that Docplanner knows already count too', () => {
    const known = { publish: 'none' } as const;
    const bookings = [at('09:00', 'b1', known), at('09:29', 'b2', known)];
    expect(found(code, { bookings })).toHaveLength(1);
  });
});

describe('a buffer after bookings', () => {
  const services = [{ addressServiceId: 'visit', duration: 30, bufferAfter: 10 }];
  const visit = { addressServiceId: 'visit' };

  test('is no part of them in findings', () => {
    const bookings = [at('09:00', 'b1', visit), at('09:30', 'b2', visit), at('13:30', 'b3', visit)];
    const breaks = [{ id: 'call', start: '2026-10-05T14:00', end: '2026-10-05T14:30' }];
    const parts = { services, bookings, breaks };
    expect(found('booking-overlap', parts)).toEqual([]);
    expect(found('booking-on-break', parts)).toEqual([]);
    expect(found('booking-outside-availability', parts)).toEqual([]);
  });

  test('of the day before blocks, though the booking is none of these dates', () => {
    const schedules = [{ id: 'night', start: '2026-10-05T00:00', end: '2026-10-05T01:20' }];
    const bookings = [at('23:35', 'b1', { ...visit, start: '2026-10-04T23:25' })];
    const gone = at('23:35', 'b1', { addressServiceId: 'gone', start: '2026-10-04T23:25' });
    expect(found('stranded-time', { services, schedules, bookings })).toMatchObject([
      { message: expect.stringContaining('35 minutes of 2026-10-05 00:00-01:20') },
    ]);
    expect(found('stranded-time', { services, schedules, bookings: [gone] })).toEqual([]);
    const late = [at('23:35', 'b1', { addressServiceId: 'gone', start: '2026-10-04T23:25' })];
    expect(found('booking-unknown-service', { services, schedules, bookings: late })).toEqual([]);
  });
});

describe('booking-on-break', () => {
  const code = 'booking-on-break';
  const breaks = [{ id: 'lunch', start: '2026-10-05T11:00', end: '2026-10-05T11:30' }];

  test('an active booking and a break share time', () => {
    expect(found(code, { breaks, bookings: [at('11:15')] })).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T11:15:00+02:00',
        end: '2026-10-05T11:30:00+02:00',
        ids: ['b1', 'lunch'],
        message:
          'Booking b1 lies on break lunch at 2026-10-05 11:15-11:30: move the booking or shorten the break.',
      },
    ]);
  });

  test('before, after and canceled', () => {
    const bookings = [at('10:30'), at('11:30', 'b2'), at('11:00', 'b3', canceled)];
    expect(found(code, { breaks, bookings })).toEqual([]);
  });

  test('an occurrence of a daily break counts on its own date', () => {
    const daily = [
      { ...breaks[0], id: 'lunch', rrule: 'FREQ=DAILY', start: '2026-09-01T11:00' },
    ].map((each) => ({ ...each, end: '2026-09-01T11:30' }));
    expect(found(code, { breaks: daily, bookings: [at('11:15')] })).toMatchObject([
      { start: '2026-10-05T11:15:00+02:00', ids: ['b1', 'lunch'] },
    ]);
  });

  test('one booking on two breaks is two findings', () => {
    const two = [...breaks, { id: 'call', start: '2026-10-05T11:20', end: '2026-10-05T11:40' }];
    expect(found(code, { breaks: two, bookings: [at('11:15')] }).map(({ ids }) => ids)).toEqual([
      ['b1', 'lunch'],
      ['b1', 'call'],
    ]);
  });

  test('two occurrences of one break at a time are one finding', () => {
    const breaks = [
      {
        id: 'lunch',
        start: '2026-10-05T11:00',
        end: '2026-10-05T13:00',
        rdates: ['2026-10-05T12:00'],
      },
    ];
    expect(found(code, { breaks, bookings: [at('12:15')] })).toHaveLength(1);
  });
});

describe('booking-outside-availability', () => {
  const code = 'booking-outside-availability';
  const services = [
    { addressServiceId: 'visit', duration: 30 },
    { addressServiceId: 'scan', duration: 30 },
  ];
  const schedules = [
    { ...MORNING, services: ['visit'] },
    { id: 'late', start: '2026-10-05T13:00', end: '2026-10-05T16:00', services: ['scan'] },
  ];

  test('a booking that ends after the hours', () => {
    expect(found(code, { bookings: [at('13:45', 'b1', { addressServiceId: 'visit' })] })).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T13:45:00+02:00',
        end: '2026-10-05T14:15:00+02:00',
        ids: ['b1'],
        message:
          'Booking b1 at 2026-10-05 13:45-14:15 is outside the hours of service visit: move it or open that time.',
      },
    ]);
  });

  test('a booking up to the very end', () => {
    expect(found(code, { bookings: [at('13:30', 'b1', { addressServiceId: 'visit' })] })).toEqual(
      [],
    );
  });

  test('open for another service is not open for this one', () => {
    const bookings = [
      at('15:00', 'b1', { addressServiceId: 'visit' }),
      at('15:00', 'b2', { addressServiceId: 'scan', status: 'canceled' }),
      at('15:30', 'b3', { addressServiceId: 'scan' }),
    ];
    expect(found(code, { services, schedules, bookings }).map(({ ids }) => ids)).toEqual([['b1']]);
  });

  test('a booking of no service, or of an unknown one, may lie in the hours of any', () => {
    const bookings = [at('15:00', 'b1'), at('15:30', 'b2', { addressServiceId: 'gone' })];
    expect(found(code, { services, schedules, bookings })).toEqual([]);
    const late = [at('18:00', 'b1'), at('18:30', 'b2', { addressServiceId: 'gone' })];
    const messages = found(code, { services, schedules, bookings: late }).map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      'Booking b1 at 2026-10-05 18:00-18:30 is outside the hours of any service: move it or open that time.',
      'Booking b2 at 2026-10-05 18:30-19:00 is outside the hours of any service: move it or open that time.',
    ]);
  });

  test('no one service has to cover a booking across two services', () => {
    const own = [
      { ...MORNING, services: ['visit'] },
      { id: 'late', start: '2026-10-05T14:00', end: '2026-10-05T16:00', services: ['scan'] },
    ];
    expect(found(code, { services, schedules: own, bookings: [at('13:45')] })).toHaveLength(1);
  });

  test('a closed date has no hours', () => {
    const bookings = [at('10:00')];
    expect(found(code, { bookings }, { closures: [{ date: '2026-10-05' }] })).toHaveLength(1);
  });

  test('only the part within the horizon is looked at', () => {
    const night = { id: 'night', start: '2026-10-05T20:00', end: '2026-10-06T02:00' };
    expect(found(code, { schedules: [night], bookings: [at('23:45')] })).toEqual([]);
  });

  test('the hours reach to midnight, though work periods end at 23:59', () => {
    const night = { id: 'night', start: '2026-10-05T20:00', end: '2026-10-06T00:00' };
    expect(found(code, { schedules: [night], bookings: [at('23:30')] })).toEqual([]);
  });
});

describe('booking-off-grid', () => {
  const code = 'booking-off-grid';

  test('a booking inside a base period, between two of its starts', () => {
    expect(found(code, { bookings: [at('09:10')] })).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-05T09:10:00+02:00',
        end: '2026-10-05T09:40:00+02:00',
        ids: ['b1'],
        message:
          'Booking b1 at 2026-10-05 09:10-09:40 does not start on the 30-minute grid of its work period, so it may take time from two slots: move it to a start of the grid if you can.',
      },
    ]);
  });

  test('on the grid, or not wholly inside the period, or canceled', () => {
    const bookings = [
      at('09:30'),
      at('13:45', 'b2'),
      at('08:50', 'b3'),
      at('10:10', 'b4', canceled),
    ];
    expect(found(code, { bookings })).toEqual([]);
  });

  test('the grid starts where the period starts', () => {
    const schedules = [{ ...MORNING, start: '2026-10-05T09:10' }];
    expect(found(code, { schedules, bookings: [at('09:10'), at('10:00', 'b2')] })).toMatchObject([
      { ids: ['b2'] },
    ]);
  });
});

describe('booking-unknown-service', () => {
  const code = 'booking-unknown-service';

  test('a service that the calendar does not have', () => {
    expect(found(code, { bookings: [at('09:00', 'b1', { addressServiceId: 'gone' })] })).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T09:00:00+02:00',
        end: '2026-10-05T09:30:00+02:00',
        ids: ['b1'],
        message:
          'Booking b1 names service gone, which calendar centro does not have: add the service or correct the booking.',
      },
    ]);
  });

  test('a known service, no service, a canceled booking', () => {
    const bookings = [
      at('09:00', 'b1', { addressServiceId: 'visit' }),
      at('09:30', 'b2'),
      at('10:00', 'b3', { addressServiceId: 'gone', status: 'canceled' }),
    ];
    expect(found(code, { bookings })).toEqual([]);
  });
});

describe('booking-duration-mismatch', () => {
  const code = 'booking-duration-mismatch';
  const visit = (duration: number, id = 'b1'): BookingInput =>
    at('09:00', id, { addressServiceId: 'visit', duration });

  test('longer than the service takes', () => {
    expect(found(code, { bookings: [visit(45)] })).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-05T09:00:00+02:00',
        end: '2026-10-05T09:45:00+02:00',
        ids: ['b1'],
        message:
          "Booking b1 at 2026-10-05 09:00-09:45 takes 45 minutes, service visit takes 30: check the booking's length.",
      },
    ]);
  });

  test('as long as the service takes, or of no service', () => {
    expect(found(code, { bookings: [visit(30), at('11:00', 'b2', { duration: 50 })] })).toEqual([]);
  });

  test('the buffer is not part of the visit', () => {
    const services = [{ addressServiceId: 'visit', duration: 30, bufferAfter: 10 }];
    expect(found(code, { services, bookings: [visit(30)] })).toEqual([]);
    expect(found(code, { services, bookings: [visit(40)] })).toHaveLength(1);
  });

  test('as long as it is published is right where Docplanner knows of it already', () => {
    const services = [{ addressServiceId: 'visit', duration: 30, bufferAfter: 10 }];
    const known = (duration: number) => ({ ...visit(duration), publish: 'none' }) as const;
    expect(found(code, { services, bookings: [known(40)] })).toEqual([]);
    expect(found(code, { services, bookings: [known(30)] })).toEqual([]);
    expect(found(code, { services, bookings: [known(35)] })).toHaveLength(1);
  });

  test('outside the base periods of its service, the duration of the service itself', () => {
    const services = [
      { addressServiceId: 'visit', duration: 30 },
      { addressServiceId: 'scan', duration: 20 },
    ];
    const schedules = [{ ...MORNING, services: [{ addressServiceId: 'visit', duration: 40 }] }];
    const scan = at('09:00', 'b1', { addressServiceId: 'scan', duration: 20 });
    const late = at('20:00', 'b2', { addressServiceId: 'visit' });
    expect(found(code, { services, schedules, bookings: [scan, late] })).toEqual([]);
  });

  test('the duration that the schedule gives the service there', () => {
    const schedules = [{ ...MORNING, services: [{ addressServiceId: 'visit', duration: 40 }] }];
    expect(found(code, { schedules, bookings: [visit(40)] })).toEqual([]);
    expect(found(code, { schedules, bookings: [visit(30)] })).toMatchObject([
      { message: expect.stringContaining('service visit takes 40') },
    ]);
    const before = at('08:50', 'b1', { addressServiceId: 'visit' });
    expect(found(code, { schedules, bookings: [before] })).toEqual([]);
  });
});
