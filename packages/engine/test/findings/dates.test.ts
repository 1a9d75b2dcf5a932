import { describe, expect, test } from 'vitest';
import type { EventInput } from '../../src/testing/index.js';
import { cpuMsSince } from '../support/cpuTime.js';
import { found, MORNING } from './clinic.js';

const event = (more: Partial<EventInput>) => ({ schedules: [{ ...MORNING, ...more }] });
const week = { from: '2026-10-05', through: '2026-10-11' };

describe('exdate-without-effect', () => {
  const code = 'exdate-without-effect';
  const mondays = 'FREQ=WEEKLY;BYDAY=MO';

  test('a date on which the rule gives nothing', () => {
    const parts = event({ rrule: mondays, exdates: ['2026-10-06', '2026-10-12'] });
    expect(found(code, parts, week)).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-06T00:00:00+02:00',
        end: '2026-10-07T00:00:00+02:00',
        ids: ['morning'],
        message:
          'Schedule morning has no occurrence on 2026-10-06 that its exdate could remove: correct the date or remove it.',
      },
    ]);
  });

  test('a date before the horizon is over, one after it is to come', () => {
    const parts = event({ rrule: mondays, exdates: ['2026-10-06', '2027-10-06'] });
    const asked = { from: '2026-10-07', through: '2026-10-07' };
    expect(found(code, parts, asked)).toMatchObject([{ start: '2027-10-06T00:00:00+02:00' }]);
    expect(found(code, parts, { from: '2026-10-06' })).toHaveLength(2);
  });

  test('what RDATE adds can be removed, and the one-off start', () => {
    const exdates = ['2026-10-06'];
    expect(found(code, event({ rrule: mondays, rdates: exdates, exdates }), week)).toEqual([]);
    expect(found(code, event({ rdates: ['2026-10-08'], exdates: ['2026-10-05'] }), week)).toEqual(
      [],
    );
    expect(found(code, event({ exdates }), week)).toHaveLength(1);
  });

  test('a time has to be that of the start', () => {
    const at = (time: string) => event({ rrule: mondays, exdates: [`2026-10-05T${time}`] });
    expect(found(code, at('09:00'), week)).toEqual([]);
    expect(found(code, at('09:30'), week)).toHaveLength(1);
  });

  test('COUNT and UNTIL end the rule before it', () => {
    const ends = ['COUNT=2', 'UNTIL=20261018'].map((end) => `${mondays};${end}`);
    for (const rrule of ends) {
      expect(found(code, event({ rrule, exdates: ['2026-10-12'] }), week)).toEqual([]);
      expect(found(code, event({ rrule, exdates: ['2026-10-19'] }), week)).toHaveLength(1);
    }
  });

  test('of breaks too; two of one date are told once', () => {
    const breaks = [
      { id: 'lunch', start: '2026-10-05T11:00', end: '2026-10-05T11:30', rrule: mondays },
    ].map((each) => ({ ...each, exdates: ['2026-10-07', '2026-10-07T11:00'] }));
    expect(found(code, { breaks }, week)).toMatchObject([
      { ids: ['lunch'], message: expect.stringMatching(/^Break lunch /) },
    ]);
  });

  test('10,000 of them, some far away', () => {
    const dates = Array.from({ length: 10_000 }, (_, day) =>
      new Date(Date.UTC(2026, 9, 6) + day * 6 * 86_400_000).toISOString().slice(0, 10),
    );
    const rrule = 'FREQ=DAILY;COUNT=100000';
    const started = process.cpuUsage();
    expect(found(code, event({ rrule, exdates: dates }), week)).toEqual([]);
    expect(cpuMsSince(started)).toBeLessThan(5_000);
  });
});

describe('start-not-in-rule', () => {
  const code = 'start-not-in-rule';
  const tuesdays = 'FREQ=WEEKLY;BYDAY=TU';

  test('a Monday is no Tuesday', () => {
    expect(found(code, event({ rrule: tuesdays }), week)).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-05T00:00:00+02:00',
        end: '2026-10-06T00:00:00+02:00',
        ids: ['morning'],
        message:
          'Schedule morning starts on 2026-10-05, which is not a date of its rule, so nothing happens on it: start on a date of the rule, or add that date as an rdate.',
      },
    ]);
  });

  test('a date of the rule, an EXDATE of it, an RDATE, no rule', () => {
    const others: readonly Partial<EventInput>[] = [
      { rrule: 'FREQ=WEEKLY' },
      { rrule: 'FREQ=WEEKLY', exdates: ['2026-10-05'] },
      { rrule: tuesdays, rdates: ['2026-10-05'] },
      { rrule: tuesdays, rdates: ['2026-10-05T16:00'] },
      { rdates: ['2026-10-06'] },
    ];
    for (const other of others) expect(found(code, event(other), week)).toEqual([]);
  });

  test('before the horizon it is over; after it, it is to come', () => {
    expect(found(code, event({ rrule: tuesdays }), { from: '2026-10-06' })).toEqual([]);
    const later = event({ rrule: tuesdays, start: '2027-10-04T09:00', end: '2027-10-04T10:00' });
    expect(found(code, later, week)).toHaveLength(1);
  });

  test('an UNTIL before the start leaves nothing on it', () => {
    expect(found(code, event({ rrule: 'FREQ=DAILY;UNTIL=20261005T080000' }), week)).toHaveLength(1);
    expect(found(code, event({ rrule: 'FREQ=DAILY;UNTIL=20261005' }), week)).toEqual([]);
  });

  test('of breaks too', () => {
    const breaks = [
      { id: 'lunch', start: '2026-10-05T11:00', end: '2026-10-05T11:30', rrule: tuesdays },
    ];
    expect(found(code, { breaks }, week)).toMatchObject([{ ids: ['lunch'] }]);
  });
});

describe('override-not-closed', () => {
  const code = 'override-not-closed';
  const night = { id: 'night', start: '2026-10-04T22:00', end: '2026-10-05T02:00' };
  const late = { id: 'late', start: '2026-10-04T23:00', end: '2026-10-05T04:00' };
  const closed = { date: '2026-10-05', windows: [] };

  test('a window of the night before goes on', () => {
    const parts = { schedules: [MORNING, late, night], overrides: [closed] };
    expect(found(code, parts)).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T00:00:00+02:00',
        end: '2026-10-05T04:00:00+02:00',
        ids: ['2026-10-05', 'late', 'night'],
        message:
          'The override of 2026-10-05 has no windows, but windows of late and night go on from a date before (2026-10-05 00:00-04:00): add a closure, or an override of that date before.',
      },
    ]);
  });

  test('nothing goes on, the override has windows, or a closure closes the date', () => {
    const until = { ...night, end: '2026-10-05T00:00' };
    expect(found(code, { schedules: [until], overrides: [closed] })).toEqual([]);
    const windows = [{ start: '10:00', end: '11:00' }];
    expect(found(code, { schedules: [night], overrides: [{ ...closed, windows }] })).toEqual([]);
    const parts = { schedules: [night], overrides: [closed] };
    expect(found(code, parts, { closures: [{ date: '2026-10-05' }] })).toEqual([]);
    expect(found(code, parts, { closures: [{ date: '2026-10-04' }] })).toHaveLength(1);
  });

  test('an override of the date before takes the window, one of the dates it goes on into does not', () => {
    const overrides = [closed, { date: '2026-10-04', windows: [] }];
    expect(found(code, { schedules: [night], overrides })).toEqual([]);
    const long = { ...night, end: '2026-10-06T02:00' };
    const both = [closed, { date: '2026-10-06', windows: [] }];
    const asked = { from: '2026-10-05', through: '2026-10-06' };
    expect(found(code, { schedules: [long], overrides: both }, asked)).toMatchObject([
      { ids: ['2026-10-05', 'night'], end: '2026-10-06T00:00:00+02:00' },
      { ids: ['2026-10-06', 'night'], end: '2026-10-06T02:00:00+02:00' },
    ]);
  });
});
