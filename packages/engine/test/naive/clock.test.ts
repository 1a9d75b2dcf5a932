import { describe, expect, test } from 'vitest';
import { clears, planOf, published, schedule, starts } from './example.js';

const HOUR = [{ addressServiceId: 'A', duration: 60 }];

describe('changes of the clock', () => {
  test('Madrid, October: 1:00 to 5:00 lasts five hours', () => {
    const plan = planOf(
      { services: HOUR, schedules: [schedule('2026-10-25T01:00/05:00')] },
      { from: '2026-10-25' },
    );
    expect(starts(plan)).toEqual([
      '01:00+02:00',
      '02:00+02:00',
      '02:00+01:00',
      '03:00+01:00',
      '04:00+01:00',
    ]);
  });

  test('Madrid, October: a time with an offset is the second of two, a local one the first', () => {
    const of = (times: string) =>
      starts(planOf({ schedules: [schedule(times)] }, { from: '2026-10-25' }));
    expect(of('2026-10-25T02:00+01:00/2026-10-25T02:30+01:00')).toEqual(['02:00+01:00']);
    expect(of('2026-10-25T02:00/2026-10-25T02:30')).toEqual(['02:00+02:00']);
  });

  test.each([
    ['01:00/04:00', ['01:00+01:00', '01:30+01:00', '03:00+02:00', '03:30+02:00']],
    ['02:00/03:00', []],
    ['02:30/03:00', []],
    ['02:00/02:30', ['03:00+02:00']],
  ])('Madrid, March: %s', (times, expected) => {
    const schedules = [schedule(`2026-03-29T${times}`)];
    expect(starts(planOf({ schedules }, { from: '2026-03-29' }))).toEqual(expected);
  });

  test('Havana, March: the date starts at 1:00, and the one before it ends there', () => {
    const plan = planOf(
      {
        timezone: 'America/Havana',
        services: HOUR,
        schedules: [
          schedule('2026-03-08T00:00/03:00'),
          schedule('2026-03-07T22:00/2026-03-08T00:00'),
        ],
      },
      { from: '2026-03-07', through: '2026-03-08' },
    );
    expect(published(plan)).toEqual(['07 22:00-23:59 A:60', '08 01:00-03:00 A:60']);
    expect(starts(plan)).toEqual(['22:00-05:00', '01:00-04:00', '02:00-04:00']);
    expect(clears(plan)).toEqual(['07 00:00-22:00', '08 03:00-23:59']);
  });

  test('a booking is placed by its start and lasts in elapsed minutes', () => {
    const schedules = [schedule('2026-10-25T01:00/05:00')];
    const bookings = [{ id: 'b', start: '2026-10-25T01:30', duration: 150 }];
    const plan = planOf({ services: HOUR, schedules, bookings }, { from: '2026-10-25' });
    expect(starts(plan)).toEqual(['03:00+01:00', '04:00+01:00']);
  });
});
