import { describe, expect, test } from 'vitest';
import { clears, openDays, planOf, schedule } from './example.js';

const MORNING = schedule('2026-10-05T09:00/14:00');

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
