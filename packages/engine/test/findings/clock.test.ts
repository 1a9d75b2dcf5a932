import { describe, expect, test } from 'vitest';
import { found } from './clinic.js';

/** In Madrid 2:00 to 3:00 is missing on 29 March 2026 and comes twice on 25 October 2026. */
const SPRING = { from: '2026-03-29' };
const AUTUMN = { from: '2026-10-25' };
const window = (start: string, end: string) => ({ schedules: [{ id: 'night', start, end }] });

describe('dst-gap', () => {
  const code = 'dst-gap';

  test('a window starts at a time that does not exist', () => {
    expect(found(code, window('2026-03-29T02:30', '2026-03-29T06:00'), SPRING)).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-03-29T03:30:00+02:00',
        end: '2026-03-29T06:00:00+02:00',
        ids: ['night'],
        message:
          'A window of night starts or ends at a time that the clock change skips: it is open 2026-03-29 03:30-06:00; check that this is what you want.',
      },
    ]);
  });

  test('a window ends at a time that does not exist', () => {
    expect(found(code, window('2026-03-28T22:00', '2026-03-29T02:30'), SPRING)).toMatchObject([
      { start: '2026-03-28T22:00:00+01:00', end: '2026-03-29T03:30:00+02:00' },
    ]);
  });

  test('a window across the gap, and one up to it', () => {
    expect(found(code, window('2026-03-29T01:00', '2026-03-29T03:00'), SPRING)).toEqual([]);
    expect(found(code, window('2026-03-29T00:00', '2026-03-29T01:59'), SPRING)).toEqual([]);
  });

  test('the same hours a day later', () => {
    const daily = { id: 'night', start: '2026-03-28T02:30', end: '2026-03-28T06:00' };
    const schedules = [{ ...daily, rrule: 'FREQ=DAILY' }];
    const asked = { from: '2026-03-28', through: '2026-03-30' };
    expect(found(code, { schedules }, asked)).toHaveLength(1);
  });

  test('a window of which the gap leaves nothing', () => {
    expect(found(code, window('2026-03-29T02:30', '2026-03-29T03:15'), SPRING)).toMatchObject([
      { ids: ['night'], message: expect.stringContaining('nothing is left of it') },
    ]);
  });

  test('a window of an override is told by its date', () => {
    const overrides = [{ date: '2026-03-29', windows: [{ start: '02:30', end: '06:00' }] }];
    expect(found(code, { schedules: [], overrides }, SPRING)).toMatchObject([
      { ids: ['2026-03-29'] },
    ]);
  });

  test('two windows of an override at the same time are told once', () => {
    const window = { start: '02:30', end: '06:00' };
    const overrides = [{ date: '2026-03-29', windows: [window, window] }];
    expect(found(code, { schedules: [], overrides }, SPRING)).toHaveLength(1);
  });
});

describe('dst-gap of what only touches the horizon, and of breaks', () => {
  const code = 'dst-gap';
  const HAVANA = { timezone: 'America/Havana', from: '2026-03-08' };

  test('a window that ends where the horizon starts, because midnight does not exist', () => {
    const evening = window('2026-03-07T22:00', '2026-03-08T00:00');
    const placed = { start: '2026-03-07T22:00:00-05:00', end: '2026-03-08T01:00:00-04:00' };
    expect(found(code, evening, HAVANA)).toMatchObject([placed]);
    expect(found(code, evening, { ...HAVANA, from: '2026-03-07' })).toMatchObject([placed]);
    expect(found(code, evening, { ...HAVANA, from: '2026-03-09' })).toEqual([]);
    expect(found(code, evening, { ...HAVANA, from: '2026-03-06' })).toEqual([]);
  });

  test('of a skipped date a window ends where the next one starts', () => {
    const evening = window('2011-12-29T22:00', '2011-12-30T00:00');
    const asked = { timezone: 'Pacific/Apia', from: '2011-12-31' };
    expect(found(code, evening, asked)).toHaveLength(1);
  });

  test('a window of which nothing is left, turned around', () => {
    expect(found(code, window('2026-03-29T02:30', '2026-03-29T03:15'), SPRING)).toMatchObject([
      { start: '2026-03-29T03:15:00+02:00', end: '2026-03-29T03:30:00+02:00' },
    ]);
    expect(found(code, window('2026-03-08T00:00', '2026-03-08T01:00'), HAVANA)).toMatchObject([
      { start: '2026-03-08T01:00:00-04:00', end: '2026-03-08T01:00:00-04:00' },
    ]);
  });

  test('a window that an override replaces is none', () => {
    const overrides = [{ date: '2026-03-29', windows: [] }];
    const parts = { ...window('2026-03-29T02:30', '2026-03-29T06:00'), overrides };
    expect(found(code, parts, SPRING)).toEqual([]);
  });

  const pause = (start: string, end: string) => ({
    schedules: [],
    breaks: [{ id: 'pause', start: `2026-03-29T${start}`, end: `2026-03-29T${end}` }],
  });

  test('a break that starts in the gap starts where the gap ends', () => {
    expect(found(code, pause('02:30', '03:15'), SPRING)).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-03-29T03:00:00+02:00',
        end: '2026-03-29T03:15:00+02:00',
        ids: ['pause'],
        message:
          'Break pause starts or ends at a time that the clock change skips: it blocks 2026-03-29 03:00-03:15; check that this is what you want.',
      },
    ]);
  });

  test('a break that ends in it, or of which nothing is left', () => {
    expect(found(code, pause('01:30', '02:30'), SPRING)).toMatchObject([
      { start: '2026-03-29T01:30:00+01:00', end: '2026-03-29T03:30:00+02:00' },
    ]);
    expect(found(code, pause('02:15', '02:45'), SPRING)).toMatchObject([
      { start: '2026-03-29T03:00:00+02:00', end: '2026-03-29T03:45:00+02:00' },
    ]);
    expect(found(code, pause('02:30', '03:00'), SPRING)).toMatchObject([
      { start: '2026-03-29T03:00:00+02:00', message: expect.stringContaining('nothing is left') },
    ]);
  });

  test('a break on either side of the gap, and one at a time that occurs twice', () => {
    expect(found(code, pause('01:30', '01:59'), SPRING)).toEqual([]);
    expect(found(code, pause('03:00', '03:30'), SPRING)).toEqual([]);
    const twice = [{ id: 'pause', start: '2026-10-25T02:15', end: '2026-10-25T02:45' }];
    expect(found('dst-fold', { schedules: [], breaks: twice }, AUTUMN)).toEqual([]);
  });
});

describe('dst-fold', () => {
  const code = 'dst-fold';

  test('a window starts at a time that occurs twice', () => {
    expect(found(code, window('2026-10-25T02:30', '2026-10-25T06:00'), AUTUMN)).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-25T02:30:00+02:00',
        end: '2026-10-25T06:00:00+01:00',
        ids: ['night'],
        message:
          'A window of night starts or ends at a time that occurs twice, of which the first counts: it is open 2026-10-25 02:30-06:00; check that this is what you want.',
      },
    ]);
  });

  test('a window ends at the first of two', () => {
    expect(found(code, window('2026-10-25T00:00', '2026-10-25T02:30'), AUTUMN)).toMatchObject([
      { end: '2026-10-25T02:30:00+02:00' },
    ]);
  });

  test('a window across the fold, or with an offset that says which', () => {
    expect(found(code, window('2026-10-25T01:00', '2026-10-25T03:00'), AUTUMN)).toEqual([]);
    const exact = window('2026-10-25T02:30+01:00', '2026-10-25T06:00+01:00');
    expect(found(code, exact, AUTUMN)).toEqual([]);
  });
});

describe('horizon-clipped', () => {
  const code = 'horizon-clipped';
  const now = '2026-10-05T06:00:00Z';
  const NOTHING = { schedules: [] };

  test('the last date that ends by 84 days after now is 27 December', () => {
    const asked = { now, from: '2026-10-05', through: '2026-12-31' };
    expect(found(code, NOTHING, asked)).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-12-28T00:00:00+01:00',
        end: '2027-01-01T00:00:00+01:00',
        ids: [],
        message:
          'The dates through 2026-12-31 were cut: Docplanner takes slots for 84 days from now at most; ask again later for the rest.',
      },
    ]);
    expect(found(code, NOTHING, { ...asked, through: '2026-12-27' })).toEqual([]);
    expect(found(code, NOTHING, { ...asked, through: '2026-12-28' })).toHaveLength(1);
  });

  test('a date that ends exactly then is still taken', () => {
    const midnight = { now: '2026-10-05T00:00:00Z', timezone: 'UTC', from: '2026-10-05' };
    expect(found(code, NOTHING, { ...midnight, through: '2026-12-27' })).toEqual([]);
    const earlier = { ...midnight, now: '2026-10-04T23:59:00Z' };
    expect(found(code, NOTHING, { ...earlier, through: '2026-12-27' })).toHaveLength(1);
  });

  test('what lies beyond is not computed, nor found fault with', () => {
    const asked = { now, from: '2026-10-05', through: '2026-12-31' };
    const late = (date: string) => ({
      bookings: [{ id: 'b1', start: `${date}T03:00`, duration: 30 }],
    });
    expect(found('booking-outside-availability', late('2026-12-27'), asked)).toHaveLength(1);
    expect(found('booking-outside-availability', late('2026-12-28'), asked)).toEqual([]);
  });

  test('a horizon wholly beyond is told, and nothing else', () => {
    const asked = { now, from: '2027-02-01', through: '2027-02-02' };
    expect(found(code, {}, asked)).toMatchObject([
      { start: '2027-02-01T00:00:00+01:00', end: '2027-02-03T00:00:00+01:00' },
    ]);
    expect(found('schedule-empty', {}, asked)).toEqual([]);
  });
});
