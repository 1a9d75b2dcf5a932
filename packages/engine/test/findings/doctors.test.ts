import { describe, expect, test } from 'vitest';
import type { BookingInput, CalendarInput, ScheduleInput } from '../../src/testing/index.js';
import { calendar, checked, foundIn } from './clinic.js';

const booking = (id: string, time: string, more: Partial<BookingInput> = {}): BookingInput => ({
  id,
  start: `2026-10-05T${time}`,
  duration: 30,
  ...more,
});
const window = (start: string, end: string): ScheduleInput => ({
  id: 'window',
  start: `2026-10-05T${start}`,
  end: `2026-10-05T${end}`,
});
/** A second calendar of the same doctor, at another address. */
const norte = (parts: Partial<CalendarInput> = {}): CalendarInput =>
  calendar({ id: 'norte', addressId: '34', ...parts });

describe('doctor-double-booked', () => {
  const code = 'doctor-double-booked';
  const centro = calendar({ bookings: [booking('b1', '09:00')] });

  test('at two addresses at one time', () => {
    const both = [centro, norte({ bookings: [booking('b2', '09:15')] })];
    expect(foundIn(code, both)).toEqual([
      {
        code,
        severity: 'error',
        calendar: 'centro',
        start: '2026-10-05T09:15:00+02:00',
        end: '2026-10-05T09:30:00+02:00',
        ids: ['b1', 'b2'],
        message:
          'Doctor 22 has booking b1 in centro and booking b2 in norte at the same time (2026-10-05 09:15-09:30): move one of them.',
      },
    ]);
  });

  test('one after the other, canceled, or another doctor', () => {
    const others = [
      norte({ bookings: [booking('b2', '09:30')] }),
      norte({ bookings: [booking('b2', '09:00', { status: 'canceled' })] }),
      norte({ bookings: [booking('b2', '09:00')], doctorId: '23' }),
    ];
    for (const other of others) expect(foundIn(code, [centro, other])).toEqual([]);
  });

  test('a horizon that is clipped to nothing has none, not even across its start', () => {
    const night = { id: 'b', start: '2026-10-04T23:40', duration: 60 };
    const both = [calendar({ bookings: [night] }), norte({ bookings: [night] })];
    expect(foundIn(code, both)).toHaveLength(1);
    expect(foundIn(code, both, { now: '2026-07-01T08:00:00Z' })).toEqual([]);
  });

  test('one address in two facilities is one place', () => {
    const other = norte({ facilityId: '12', addressId: '33', bookings: [booking('b2', '09:00')] });
    expect(foundIn(code, [centro, other])).toEqual([]);
  });

  test('zones differ, the time is the same', () => {
    const canary = norte({
      timezone: 'Atlantic/Canary',
      bookings: [booking('same', '08:00'), booking('later', '09:00')],
    });
    expect(foundIn(code, [centro, canary])).toMatchObject([
      { start: '2026-10-05T09:00:00+02:00', ids: ['b1', 'same'] },
    ]);
  });

  test('a conflict in the dates of either calendar is told, whichever comes first', () => {
    const early = norte({
      timezone: 'Asia/Kathmandu',
      bookings: [booking('b2', '23:50', { duration: 240 })],
    });
    const late = calendar({ bookings: [booking('b1', '00:00', { start: '2026-10-05T22:10' })] });
    const asked = { from: '2026-10-05' };
    expect(foundIn(code, [early, late], asked)).toMatchObject([
      { calendar: 'norte', start: '2026-10-06T01:55:00+05:45', ids: ['b2', 'b1'] },
    ]);
    expect(foundIn(code, [late, early], asked)).toMatchObject([
      { calendar: 'centro', start: '2026-10-05T22:10:00+02:00', ids: ['b1', 'b2'] },
    ]);
  });

  test('the same ids at the same time are told once', () => {
    const three = [centro, norte(), norte({ id: 'sur', addressId: '35' })].map((each) => ({
      ...each,
      bookings: [booking('b1', '09:00')],
    }));
    expect(foundIn(code, three).map((each) => each.calendar)).toEqual(['centro', 'norte']);
  });

  test('a conflict after the horizon is not told', () => {
    const late = { start: '2026-10-06T09:00' };
    const both = [
      calendar({ bookings: [booking('b1', '09:00', late)] }),
      norte({ bookings: [booking('b2', '09:00', late)] }),
    ];
    expect(foundIn(code, both)).toEqual([]);
    expect(foundIn(code, both, { through: '2026-10-06' })).toHaveLength(1);
  });
});

describe('doctor-double-scheduled', () => {
  const code = 'doctor-double-scheduled';

  test('base periods at two addresses overlap', () => {
    const both = [calendar(), norte({ schedules: [window('13:00', '17:00')] })];
    expect(foundIn(code, both)).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T13:00:00+02:00',
        end: '2026-10-05T14:00:00+02:00',
        ids: ['centro', 'norte'],
        message:
          'Doctor 22 is open in centro and in norte at 2026-10-05 13:00-14:00: patients can book both, so close one of them.',
      },
    ]);
  });

  test('periods that touch, another doctor, the same address', () => {
    const others = [
      norte({ schedules: [window('14:00', '17:00')] }),
      norte({ doctorId: '23' }),
      norte({ addressId: '33', facilityId: '12' }),
    ];
    for (const other of others) expect(foundIn(code, [calendar(), other])).toEqual([]);
  });

  test('time in which no service fits is no base period', () => {
    const short = norte({ schedules: [window('13:00', '13:29')] });
    expect(foundIn(code, [calendar(), short])).toEqual([]);
  });

  test('blocked time changes no base period', () => {
    const breaks = [{ id: 'away', start: '2026-10-05T09:00', end: '2026-10-05T14:00' }];
    expect(foundIn(code, [calendar(), norte({ breaks })])).toHaveLength(1);
  });
});

describe('calendar-duplicate', () => {
  const code = 'calendar-duplicate';

  test('two calendars of the same facility, doctor and address', () => {
    const twin = calendar({ id: 'twin', schedules: [] });
    expect(foundIn(code, [calendar(), twin])).toEqual([
      {
        code,
        severity: 'error',
        calendar: 'centro',
        start: '2026-10-05T00:00:00+02:00',
        end: '2026-10-06T00:00:00+02:00',
        ids: ['centro', 'twin'],
        message:
          'Calendars centro and twin are the same facility, doctor and address, so each would overwrite the other at Docplanner: make them one calendar.',
      },
    ]);
  });

  test('any difference makes them two', () => {
    for (const other of [{ facilityId: '12' }, { doctorId: '23' }, { addressId: '34' }]) {
      expect(foundIn(code, [calendar(), calendar({ id: 'twin', ...other })])).toEqual([]);
    }
  });

  test('a third is told beside the second, both under the first', () => {
    const all = ['a', 'b', 'c'].map((id) => calendar({ id }));
    expect(foundIn(code, all).map((each) => [each.calendar, each.ids])).toEqual([
      ['a', ['a', 'b']],
      ['a', ['a', 'c']],
    ]);
  });
});

describe('which calendar a conflict of two is told under', () => {
  const code = 'doctor-double-scheduled';
  const both = [calendar(), norte()];
  const told = (only: readonly string[]) =>
    foundIn(code, both, { only }).map((each) => [each.calendar, each.ids]);

  test('under the first of the document', () => {
    expect(told([])).toEqual([['centro', ['centro', 'norte']]]);
    expect(told(['norte', 'centro'])).toEqual([['centro', ['centro', 'norte']]]);
  });

  test('under the first that was asked for', () => {
    expect(told(['norte'])).toEqual([['norte', ['norte', 'centro']]]);
    expect(told(['centro'])).toEqual([['centro', ['centro', 'norte']]]);
  });

  test('not at all if neither was asked for', () => {
    const third = calendar({ id: 'other', doctorId: '23', addressId: '35' });
    expect(foundIn(code, [...both, third], { only: ['other'] })).toEqual([]);
  });

  test('only what was asked for is told of each calendar by itself', () => {
    const broken = norte({ bookings: [booking('b2', '09:00', { addressServiceId: 'gone' })] });
    const codes = (only: readonly string[]) =>
      checked([calendar(), broken], { only }).findings.map((each) => each.code);
    expect(codes(['centro'])).toEqual([code]);
    expect(codes(['norte'])).toEqual(['booking-unknown-service', code]);
  });
});
