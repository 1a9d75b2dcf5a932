import { describe, expect, test } from 'vitest';
import { base, clears, openDays, planOf, published, schedule, slots, starts } from './example.js';

const MORNING = schedule('2026-10-05T09:00/14:00');
const HOUR = [{ addressServiceId: 'A', duration: 60 }];
const A_AND_B = [
  { addressServiceId: 'A', duration: 30 },
  { addressServiceId: 'B', duration: 20 },
];

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

describe('durations', () => {
  test('the grid is the greatest common divisor', () => {
    const plan = planOf({ services: A_AND_B, schedules: [schedule('2026-10-05T09:00/10:00')] });
    expect(slots(plan)).toEqual([
      '05 09:00 A B',
      '05 09:10 A B',
      '05 09:20 A B',
      '05 09:30 A B',
      '05 09:40 B',
    ]);
  });

  test('the buffer is published, with the duration of the schedule too', () => {
    const services = [{ addressServiceId: 'A', duration: 20, bufferAfter: 5 }];
    const plan = planOf({
      services,
      schedules: [
        schedule('2026-10-05T09:00/10:00'),
        schedule('2026-10-05T12:00/12:35', { services: [{ addressServiceId: 'A', duration: 10 }] }),
      ],
    });
    expect(published(plan)).toEqual(['05 09:00-10:00 A:25', '05 12:00-12:35 A:15']);
    expect(slots(plan)).toEqual(['05 09:00 A', '05 09:25 A', '05 12:00 A', '05 12:15 A']);
  });

  test('of two durations the longer one counts where windows overlap', () => {
    const shorter = [{ addressServiceId: 'A', duration: 20 }];
    const plan = planOf({
      schedules: [
        schedule('2026-10-05T09:00/12:00'),
        schedule('2026-10-05T11:00/14:00', { services: shorter }),
      ],
    });
    expect(published(plan)).toEqual(['05 09:00-12:00 A:30', '05 12:00-14:00 A:20']);
  });

  test('a run in which its service does not fit leaves no trace', () => {
    const plan = planOf({
      services: A_AND_B,
      schedules: [
        schedule('2026-10-05T09:00/12:00', { services: ['A'] }),
        schedule('2026-10-05T10:00/10:19', { services: ['B'] }),
        schedule('2026-10-05T11:00/11:20', { services: ['B'] }),
      ],
    });
    expect(base(plan)).toEqual([
      '05 09:00-11:00 A:30',
      '05 11:00-11:20 A:30 B:20',
      '05 11:20-12:00 A:30',
    ]);
  });
});

describe('insurance', () => {
  const insured = (...providers: number[]) => ({
    insurance: { accepted: 'with-insurance-only' as const, providers },
  });

  test('of two settings the schedule listed first counts, also if it has none', () => {
    const early = schedule('2026-10-05T09:00/12:00', insured(52));
    const late = schedule('2026-10-05T11:00/14:00');
    expect(published(planOf({ schedules: [early, late] }))).toEqual([
      '05 09:00-12:00 A:30 [52]',
      '05 12:00-14:00 A:30',
    ]);
    expect(published(planOf({ schedules: [late, early] }))).toEqual([
      '05 09:00-11:00 A:30 [52]',
      '05 11:00-14:00 A:30',
    ]);
  });

  test('providers are a set, written as the first schedule writes them', () => {
    const plan = planOf({
      schedules: [
        schedule('2026-10-05T11:00/14:00', insured(52, 7)),
        schedule('2026-10-05T09:00/11:00', insured(7, 52)),
      ],
    });
    expect(published(plan)).toEqual(['05 09:00-14:00 A:30 [52,7]']);
  });

  test('a window whose service was dropped still brings its setting', () => {
    const plan = planOf({
      services: A_AND_B,
      schedules: [
        schedule('2026-10-05T10:00/10:10', { services: ['B'], ...insured(7) }),
        schedule('2026-10-05T09:00/12:00', { services: ['A'] }),
      ],
    });
    expect(base(plan)).toEqual([
      '05 09:00-10:00 A:30',
      '05 10:00-10:10 A:30 [7]',
      '05 10:10-12:00 A:30',
    ]);
    expect(published(plan)).toEqual(['05 09:00-10:00 A:30', '05 10:10-12:00 A:30']);
  });
});

describe('dates', () => {
  const HORIZON = { from: '2026-10-05', through: '2026-10-18' };
  const days = (rrule: string, more: object = {}) =>
    openDays(
      planOf({ schedules: [schedule('2026-10-05T09:00/10:00', { rrule, ...more })] }, HORIZON),
    );

  test.each([
    ['FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3', ['05', '07', '12']],
    ['FREQ=DAILY;INTERVAL=3;UNTIL=20261014', ['05', '08', '11', '14']],
    ['FREQ=DAILY;UNTIL=20261007T070000Z', ['05', '06', '07']],
    ['FREQ=DAILY;UNTIL=20261007T065900Z', ['05', '06']],
    ['FREQ=DAILY;UNTIL=20261007T090000', ['05', '06', '07']],
    ['FREQ=DAILY;UNTIL=20261007T085900', ['05', '06']],
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=2', ['06', '13']],
  ])('%s', (rrule, expected) => expect(days(rrule)).toEqual(expected));

  test('EXDATE takes occurrences that COUNT has counted, RDATE adds some', () => {
    const more = {
      exdates: ['2026-10-07', '2026-10-08T10:00'],
      rdates: ['2026-10-08', '2026-10-07T15:00', '2026-10-12'],
    };
    expect(days('FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3', more)).toEqual(['05', '08', '12']);
  });

  test('the horizon ends with the last date that is over 84 days after now', () => {
    const plan = planOf(
      { schedules: [MORNING] },
      { now: '2026-10-01T08:00:00Z', from: '2026-12-20', through: '2027-01-31' },
    );
    expect(clears(plan).at(-1)).toBe('23 00:00-23:59');
    expect(plan.days.length).toBe(4);
  });
});
