import { describe, expect, test } from 'vitest';
import type { ScheduleInput } from '../../src/testing/index.js';
import { found, MORNING } from './clinic.js';

const NOON: ScheduleInput = { id: 'noon', start: '2026-10-05T13:00', end: '2026-10-05T16:00' };
const offering = (schedule: ScheduleInput, duration: number): ScheduleInput => ({
  ...schedule,
  services: [{ addressServiceId: 'visit', duration }],
});

describe('schedule-empty', () => {
  const code = 'schedule-empty';

  test('the rule gives no occurrence in the horizon', () => {
    const over = { ...MORNING, id: 'over', rrule: 'FREQ=DAILY;UNTIL=20261006' };
    const asked = { from: '2026-10-07', through: '2026-10-08' };
    expect(found(code, { schedules: [over] }, asked)).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-07T00:00:00+02:00',
        end: '2026-10-09T00:00:00+02:00',
        ids: ['over'],
        message:
          'Schedule over has no occurrence in these dates: check its rule, or remove it if it is over.',
      },
    ]);
  });

  test('an occurrence on the last date', () => {
    const last = { ...MORNING, start: '2026-10-08T09:00', end: '2026-10-08T14:00' };
    const asked = { from: '2026-10-07', through: '2026-10-08' };
    expect(found(code, { schedules: [last] }, asked)).toEqual([]);
  });

  test('an occurrence that reaches in from the night before', () => {
    const night = { ...MORNING, start: '2026-10-06T20:00', end: '2026-10-07T02:00' };
    expect(found(code, { schedules: [night] }, { from: '2026-10-07' })).toEqual([]);
    expect(found(code, { schedules: [night] }, { from: '2026-10-08' })).toHaveLength(1);
  });

  test('EXDATE leaves nothing', () => {
    const schedules = [{ ...MORNING, rdates: [], exdates: ['2026-10-05'] }];
    expect(found(code, { schedules })).toMatchObject([{ ids: ['morning'] }]);
  });

  test('an occurrence of which a clock change leaves nothing is one', () => {
    const night = { ...MORNING, start: '2026-03-29T02:30', end: '2026-03-29T03:00' };
    expect(found(code, { schedules: [night] }, { from: '2026-03-29' })).toEqual([]);
    expect(found(code, { schedules: [night] }, { from: '2026-03-30' })).toHaveLength(1);
    const havana = { ...MORNING, start: '2026-03-08T00:00', end: '2026-03-08T01:00' };
    const asked = { from: '2026-03-08', timezone: 'America/Havana' };
    expect(found(code, { schedules: [havana] }, asked)).toEqual([]);
  });

  test('an override of the same name is not an occurrence of a schedule', () => {
    const schedules = [{ ...MORNING, id: '2026-10-06', rdates: [] }];
    const overrides = [{ date: '2026-10-06', windows: [{ start: '09:00', end: '10:00' }] }];
    expect(found(code, { schedules, overrides }, { from: '2026-10-06' })).toHaveLength(1);
  });

  test('a date that an override or a closure takes still has its occurrence', () => {
    const overrides = [{ date: '2026-10-05', windows: [] }];
    expect(found(code, { overrides })).toEqual([]);
    expect(found(code, { closures: [{ date: '2026-10-05' }] })).toEqual([]);
  });
});

describe('schedule-duration-conflict', () => {
  const code = 'schedule-duration-conflict';

  test('two windows give one service two durations where they overlap', () => {
    expect(found(code, { schedules: [MORNING, offering(NOON, 40)] })).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T13:00:00+02:00',
        end: '2026-10-05T14:00:00+02:00',
        ids: ['visit', 'morning', 'noon'],
        message:
          'Windows of morning and noon give service visit different durations at 2026-10-05 13:00-14:00: the longest counts; make them equal.',
      },
    ]);
  });

  test('a conflict that goes on with another window is one', () => {
    const early = offering({ ...NOON, id: 'early', start: '2026-10-05T09:00' }, 40);
    const schedules = [MORNING, { ...early, end: '2026-10-05T13:00' }, offering(NOON, 40)];
    expect(found(code, { schedules })).toMatchObject([
      {
        start: '2026-10-05T09:00:00+02:00',
        end: '2026-10-05T14:00:00+02:00',
        ids: ['visit', 'morning', 'early', 'noon'],
      },
    ]);
  });

  test('two conflicts name only those that are part of each', () => {
    const at = (id: string, start: string, end: string): ScheduleInput =>
      offering({ id, start: `2026-10-05T${start}`, end: `2026-10-05T${end}` }, 40);
    const schedules = [MORNING, at('one', '09:00', '10:00'), at('other', '12:00', '13:00')];
    expect(found(code, { schedules }).map(({ ids }) => ids)).toEqual([
      ['visit', 'morning', 'one'],
      ['visit', 'morning', 'other'],
    ]);
  });

  test('the same duration written in two ways', () => {
    expect(found(code, { schedules: [MORNING, offering(NOON, 30)] })).toEqual([]);
  });

  test('windows that touch', () => {
    const afternoon = { ...NOON, start: '2026-10-05T14:00' };
    expect(found(code, { schedules: [MORNING, offering(afternoon, 40)] })).toEqual([]);
  });

  test('different durations of different services', () => {
    const services = [
      { addressServiceId: 'visit', duration: 30 },
      { addressServiceId: 'scan', duration: 40 },
    ];
    const schedules = [
      { ...MORNING, services: ['visit'] },
      { ...NOON, services: ['scan'] },
    ];
    expect(found(code, { services, schedules })).toEqual([]);
  });

  test('a closed date has no conflict', () => {
    const schedules = [MORNING, offering(NOON, 40)];
    expect(found(code, { schedules, closures: [{ date: '2026-10-05' }] })).toEqual([]);
  });

  test('two windows of one override', () => {
    const services = [{ addressServiceId: 'visit', duration: 40 }];
    const windows = [
      { start: '09:00', end: '12:00' },
      { start: '11:00', end: '13:00', services },
    ];
    expect(found(code, { overrides: [{ date: '2026-10-05', windows }] })).toMatchObject([
      {
        start: '2026-10-05T11:00:00+02:00',
        end: '2026-10-05T12:00:00+02:00',
        ids: ['visit', '2026-10-05'],
        message: expect.stringMatching(/^Windows of 2026-10-05 give service visit different/),
      },
    ]);
  });

  test('a conflict is told within the horizon only', () => {
    const daily = { rrule: 'FREQ=DAILY' };
    const schedules = [
      { ...MORNING, ...daily },
      { ...offering(NOON, 40), ...daily },
    ];
    const asked = { from: '2026-10-07', through: '2026-10-08' };
    expect(found(code, { schedules }, asked).map(({ start }) => start)).toEqual([
      '2026-10-07T13:00:00+02:00',
      '2026-10-08T13:00:00+02:00',
    ]);
  });
});

describe('schedule-insurance-conflict', () => {
  const code = 'schedule-insurance-conflict';
  const insured = (schedule: ScheduleInput, providers: readonly number[]): ScheduleInput => ({
    ...schedule,
    insurance: { accepted: 'with-insurance-only', providers },
  });

  test('overlapping windows with different settings', () => {
    expect(found(code, { schedules: [MORNING, insured(NOON, [52])] })).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T13:00:00+02:00',
        end: '2026-10-05T14:00:00+02:00',
        ids: ['morning', 'noon'],
        message:
          'Windows of morning and noon have different insurance settings at 2026-10-05 13:00-14:00: the one listed first counts; make them equal.',
      },
    ]);
  });

  test('the same providers in another order', () => {
    const schedules = [insured(MORNING, [52, 7]), insured(NOON, [7, 52])];
    expect(found(code, { schedules })).toEqual([]);
  });

  test('windows that touch', () => {
    const schedules = [MORNING, insured({ ...NOON, start: '2026-10-05T14:00' }, [52])];
    expect(found(code, { schedules })).toEqual([]);
  });
});
