import { describe, expect, test } from 'vitest';
import { base, planOf, published, schedule, slots } from './example.js';

const A_AND_B = [
  { addressServiceId: 'A', duration: 30 },
  { addressServiceId: 'B', duration: 20 },
];

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
