import { describe, expect, test } from 'vitest';
import type { BreakInput } from '../../src/testing/index.js';
import { found, MORNING } from './clinic.js';

const pause = (id: string, more: Partial<BreakInput> = {}): BreakInput => ({
  id,
  start: '2026-10-05T11:00',
  end: '2026-10-05T11:30',
  description: 'Pause',
  publish: 'break',
  ...more,
});

describe('break-duplicate', () => {
  const code = 'break-duplicate';

  test('two breaks that would be the same at Docplanner', () => {
    expect(found(code, { breaks: [pause('p2'), pause('p1')] })).toEqual([
      {
        code,
        severity: 'error',
        calendar: 'centro',
        start: '2026-10-05T11:00:00+02:00',
        end: '2026-10-05T11:30:00+02:00',
        ids: ['p1', 'p2'],
        message:
          'Breaks p1 and p2 would be the same break at Docplanner (2026-10-05 11:00-11:30, same description), which refuses the second: remove one or describe them differently.',
      },
    ]);
  });

  test('three of them are three pairs', () => {
    const breaks = [pause('p1'), pause('p2'), pause('p3')];
    expect(found(code, { breaks }).map(({ ids }) => ids)).toEqual([
      ['p1', 'p2'],
      ['p1', 'p3'],
      ['p2', 'p3'],
    ]);
  });

  test('another start, end or description', () => {
    const others: readonly Partial<BreakInput>[] = [
      { start: '2026-10-05T10:59' },
      { end: '2026-10-05T11:31' },
      { description: 'Pause 2' },
    ];
    for (const other of others) {
      expect(found(code, { breaks: [pause('p1'), pause('p2', other)] })).toEqual([]);
    }
  });

  test('only breaks that are sent can be refused', () => {
    for (const publish of ['carve', 'none'] as const) {
      expect(found(code, { breaks: [pause('p1'), pause('p2', { publish })] })).toEqual([]);
    }
    const evening = { start: '2026-10-05T18:00', end: '2026-10-05T18:30' };
    expect(found(code, { breaks: [pause('p1', evening), pause('p2', evening)] })).toEqual([]);
  });

  test('without a description the id is one, so that two breaks differ', () => {
    const { description: _, ...bare } = pause('p1');
    expect(found(code, { breaks: [bare, { ...bare, id: 'p2' }] })).toEqual([]);
  });
});

describe('break-without-effect', () => {
  const code = 'break-without-effect';
  const evening = { start: '2026-10-05T14:00', end: '2026-10-05T15:00' };

  test('a break that is sent though nothing is open', () => {
    expect(found(code, { breaks: [pause('p1', evening)] })).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-05T14:00:00+02:00',
        end: '2026-10-05T15:00:00+02:00',
        ids: ['p1'],
        message:
          'Break p1 at 2026-10-05 14:00-15:00 overlaps no work period, so it is not needed there.',
      },
    ]);
  });

  test('one minute of a work period is an effect', () => {
    const breaks = [pause('p1', { start: '2026-10-05T13:59', end: '2026-10-05T15:00' })];
    expect(found(code, { breaks })).toEqual([]);
  });

  test('a carved break within the hours has its effect by what it takes away', () => {
    expect(found(code, { breaks: [pause('p1', { publish: 'carve' })] })).toEqual([]);
  });

  test('a recurring break that is carved is told once, if no occurrence has an effect', () => {
    const daily = { rrule: 'FREQ=DAILY', publish: 'carve' } as const;
    const asked = { from: '2026-10-05', through: '2026-10-07' };
    expect(found(code, { breaks: [pause('p1', { ...evening, ...daily })] }, asked)).toMatchObject([
      { start: '2026-10-05T14:00:00+02:00' },
    ]);
    expect(found(code, { breaks: [pause('p1', daily)] }, asked)).toEqual([]);
  });

  test('a carved one needs a base period, one that Docplanner knows a work period', () => {
    const late = pause('p1', { ...evening, publish: 'carve' });
    expect(found(code, { breaks: [late] })).toMatchObject([
      { message: expect.stringContaining('overlaps no base period') },
    ]);
    const known = pause('p2', { publish: 'none' });
    expect(found(code, { breaks: [pause('p1', { publish: 'carve' }), known] })).toMatchObject([
      { ids: ['p2'], message: expect.stringContaining('overlaps no work period') },
    ]);
  });

  test('a booking is sent with its buffer', () => {
    const services = [{ addressServiceId: 'visit', duration: 30, bufferAfter: 10 }];
    const booking = {
      id: 'b1',
      duration: 30,
      addressServiceId: 'visit',
      publish: 'break',
    } as const;
    const at = (start: string) => ({
      services,
      bookings: [{ ...booking, start: `2026-10-05T${start}` }],
    });
    expect(found(code, at('08:25'))).toEqual([]);
    expect(found(code, at('14:00'))).toMatchObject([
      { start: '2026-10-05T14:00:00+02:00', end: '2026-10-05T14:40:00+02:00', ids: ['b1'] },
    ]);
  });

  test('one that is sent is told for every call that it does not need', () => {
    const daily = { rrule: 'FREQ=DAILY' };
    const asked = { from: '2026-10-05', through: '2026-10-07' };
    expect(found(code, { breaks: [pause('p1', daily)] }, asked).map(({ start }) => start)).toEqual([
      '2026-10-06T11:00:00+02:00',
      '2026-10-07T11:00:00+02:00',
    ]);
  });

  test('a sent break hidden behind a carved one', () => {
    const breaks = [pause('p1'), pause('p2', { publish: 'carve' })];
    expect(found(code, { breaks })).toMatchObject([{ ids: ['p1'] }]);
  });

  test('a booking that is sent as a break is called a booking', () => {
    const booking = {
      id: 'b1',
      start: '2026-10-05T18:00',
      duration: 30,
      publish: 'break',
    } as const;
    expect(found(code, { schedules: [MORNING], bookings: [booking] })).toMatchObject([
      { ids: ['b1'], message: expect.stringMatching(/^Booking b1 at /) },
    ]);
  });
});
