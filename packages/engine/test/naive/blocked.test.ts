import { describe, expect, test } from 'vitest';
import { clears, planOf, published, schedule, slots } from './example.js';

const MORNING = schedule('2026-10-05T09:00/14:00');

describe('blocked time', () => {
  const pause = { id: 'p', start: '2026-10-05T11:50', end: '2026-10-05T12:10' };
  const free = '09:00 09:30 10:00 10:30 11:00 12:30 13:00 13:30'.split(' ');

  test('carving keeps the grid of the base period', () => {
    const plan = planOf({ schedules: [MORNING], breaks: [{ ...pause, publish: 'carve' }] });
    expect(published(plan)).toEqual(['05 09:00-11:50 A:30', '05 12:30-14:00 A:30']);
    expect(slots(plan)).toEqual(free.map((start) => `05 ${start} A`));
    expect(clears(plan)).toEqual(['05 00:00-09:00', '05 11:50-12:30', '05 14:00-23:59']);
  });

  test.each(['break', 'none'] as const)('published as %s it leaves the same slots', (publish) => {
    const plan = planOf({ schedules: [MORNING], breaks: [{ ...pause, publish }] });
    expect(published(plan)).toEqual(['05 09:00-14:00 A:30']);
    expect(slots(plan)).toEqual(free.map((start) => `05 ${start} A`));
  });

  test('a gap in which nothing fits is dropped; a canceled booking blocks nothing', () => {
    const short = schedule('2026-10-05T09:00/10:30');
    const booking = { id: 'b', start: '2026-10-05T09:40' };
    const until = (duration: number, status: 'booked' | 'canceled') =>
      published(planOf({ schedules: [short], bookings: [{ ...booking, duration, status }] }));
    expect(until(10, 'booked')).toEqual(['05 09:00-09:40 A:30', '05 10:00-10:30 A:30']);
    expect(until(25, 'booked')).toEqual(['05 09:00-09:40 A:30']);
    expect(until(25, 'canceled')).toEqual(['05 09:00-10:30 A:30']);
  });

  test('only breaks that overlap a work period are sent', () => {
    const late = { id: 'late', start: '2026-10-05T20:00', end: '2026-10-05T21:00' };
    const plan = planOf({ schedules: [MORNING], breaks: [late, pause] });
    expect(plan.breaks.map(({ id, startIso }) => [id, startIso])).toEqual([
      ['p', '2026-10-05T11:50:00+02:00'],
    ]);
  });
});
