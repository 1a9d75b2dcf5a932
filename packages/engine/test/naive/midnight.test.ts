import { describe, expect, test } from 'vitest';
import { clears, planOf, published, schedule, slots } from './example.js';

const HOUR = [{ addressServiceId: 'A', duration: 60 }];

describe('midnight', () => {
  test('a period that ends where the next date starts ends at 23:59', () => {
    const plan = planOf({
      services: HOUR,
      schedules: [schedule('2026-10-05T20:00/2026-10-06T00:00')],
    });
    expect(published(plan)).toEqual(['05 20:00-23:59 A:60']);
    expect(slots(plan)).toEqual(['05 20:00 A', '05 21:00 A', '05 22:00 A']);
    expect(clears(plan)).toEqual(['05 00:00-20:00']);
  });

  test('a window across midnight is two periods with grids of their own', () => {
    const plan = planOf(
      {
        services: [{ addressServiceId: 'A', duration: 45 }],
        schedules: [schedule('2026-10-05T22:00/2026-10-06T02:00')],
      },
      { through: '2026-10-06' },
    );
    expect(published(plan)).toEqual(['05 22:00-23:59 A:45', '06 00:00-02:00 A:45']);
    expect(slots(plan)).toEqual(['05 22:00 A', '05 22:45 A', '06 00:00 A', '06 00:45 A']);
  });

  const nights = schedule('2026-10-04T22:00/2026-10-05T02:00', { rrule: 'FREQ=DAILY' });

  test('an override takes the windows that start on its date, their hours after midnight too', () => {
    const plan = planOf(
      {
        schedules: [nights],
        overrides: [{ date: '2026-10-05', windows: [{ start: '10:00', end: '11:00' }] }],
      },
      { through: '2026-10-06' },
    );
    expect(published(plan)).toEqual([
      '05 00:00-02:00 A:30',
      '05 10:00-11:00 A:30',
      '06 22:00-23:59 A:30',
    ]);
  });

  test('a closure takes its dates out of the windows', () => {
    const plan = planOf(
      { schedules: [nights], closures: [{ date: '2026-10-05' }] },
      { through: '2026-10-06' },
    );
    expect(published(plan)).toEqual(['06 00:00-02:00 A:30', '06 22:00-23:59 A:30']);
    expect(clears(plan)).toEqual(['05 00:00-23:59', '06 02:00-22:00']);
  });
});
