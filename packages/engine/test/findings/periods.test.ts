import { describe, expect, test } from 'vitest';
import { found, MORNING } from './clinic.js';

const service = (addressServiceId: string, duration: number) => ({ addressServiceId, duration });
const window = (start: string, end: string) => ({ id: 'window', start, end });

describe('service-never-bookable', () => {
  const code = 'service-never-bookable';

  test('a service longer than any period', () => {
    const services = [service('visit', 30), service('surgery', 301)];
    expect(found(code, { services })).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T00:00:00+02:00',
        end: '2026-10-06T00:00:00+02:00',
        ids: ['surgery'],
        message:
          'Service surgery is offered but fits in no work period of these dates: lengthen the hours or shorten the service.',
      },
    ]);
  });

  test('a service as long as the only period', () => {
    expect(found(code, { services: [service('visit', 30), service('surgery', 300)] })).toEqual([]);
  });

  test('a service that nothing offers', () => {
    const services = [service('visit', 30), service('surgery', 301)];
    const schedules = [{ ...MORNING, services: ['visit'] }];
    expect(found(code, { services, schedules })).toEqual([]);
  });

  test('a carved break leaves no room for it', () => {
    const services = [service('visit', 30), service('surgery', 240)];
    const lunch = { id: 'lunch', start: '2026-10-05T11:00', end: '2026-10-05T11:30' };
    const carved = { ...lunch, publish: 'carve' } as const;
    expect(found(code, { services, breaks: [carved] })).toMatchObject([{ ids: ['surgery'] }]);
    const hidden = { ...lunch, publish: 'break' } as const;
    expect(found(code, { services, breaks: [hidden] })).toEqual([]);
  });

  test('a fit on any date of the horizon is enough', () => {
    const services = [service('surgery', 240)];
    const schedules = [{ ...MORNING, end: '2026-10-05T10:00', rrule: 'FREQ=DAILY' }];
    const overrides = [{ date: '2026-10-08', windows: [{ start: '09:00', end: '13:00' }] }];
    const asked = { from: '2026-10-05', through: '2026-10-08' };
    expect(found(code, { services, schedules, overrides }, asked)).toEqual([]);
    expect(found(code, { services, schedules, overrides })).toHaveLength(1);
  });
});

describe('grid-collapse', () => {
  const code = 'grid-collapse';

  test('a grid of less than half of the shortest duration', () => {
    const services = [service('visit', 30), service('check', 25)];
    expect(found(code, { services })).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T09:00:00+02:00',
        end: '2026-10-05T14:00:00+02:00',
        ids: ['visit', 'check'],
        message:
          'At 2026-10-05 09:00-14:00 the durations of visit and check make starts every 5 minutes, though the shortest visit takes 25: use durations with a larger common divisor.',
      },
    ]);
  });

  test('a grid of exactly half of it', () => {
    expect(found(code, { services: [service('visit', 30), service('check', 20)] })).toEqual([]);
  });

  test('one service is its own grid', () => {
    expect(found(code, { services: [service('visit', 31)] })).toEqual([]);
  });

  test('the buffer counts: it is part of what is published', () => {
    const services = [{ ...service('visit', 30), bufferAfter: 5 }, service('check', 30)];
    expect(found(code, { services })).toHaveLength(1);
  });
});

describe('stranded-time', () => {
  const code = 'stranded-time';

  test('minutes after the last visit that fits', () => {
    const schedules = [{ ...MORNING, end: '2026-10-05T14:20' }];
    expect(found(code, { schedules })).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-05T09:00:00+02:00',
        end: '2026-10-05T14:20:00+02:00',
        ids: [],
        message:
          '20 minutes of 2026-10-05 09:00-14:20 cannot be booked by anybody: adjust the hours, the durations or what blocks them.',
      },
    ]);
  });

  test('visits fill the period', () => {
    expect(found(code, {})).toEqual([]);
  });

  test('minutes between a break and the next start; the break itself is not stranded', () => {
    for (const publish of ['carve', 'break', 'none'] as const) {
      const pause = { id: 'pause', start: '2026-10-05T11:00', end: '2026-10-05T11:10', publish };
      expect(found(code, { breaks: [pause] })).toMatchObject([
        { message: expect.stringMatching(/^20 minutes of 2026-10-05 09:00-14:00 cannot/) },
      ]);
      const exact = { ...pause, end: '2026-10-05T11:30' };
      expect(found(code, { breaks: [exact] })).toEqual([]);
    }
  });

  test('the longest service that fits covers what the shorter ones leave', () => {
    const services = [service('visit', 30), service('scan', 40)];
    const schedules = [window('2026-10-05T09:00', '2026-10-05T09:40')];
    expect(found(code, { services, schedules })).toEqual([]);
  });

  test('one minute is told in the singular', () => {
    const schedules = [{ ...MORNING, end: '2026-10-05T14:01' }];
    expect(found(code, { schedules })).toMatchObject([
      { message: expect.stringMatching(/^1 minute of /) },
    ]);
  });

  test('minutes on both sides of where one period ends and the next starts', () => {
    const services = [service('visit', 40), service('scan', 30)];
    const schedules = [
      { id: 'first', start: '2026-10-05T09:00', end: '2026-10-05T10:00', services: ['visit'] },
      { id: 'second', start: '2026-10-05T10:00', end: '2026-10-05T11:00', services: ['scan'] },
    ];
    const breaks = [{ id: 'call', start: '2026-10-05T10:10', end: '2026-10-05T10:30' }];
    const messages = found(code, { services, schedules, breaks }).map(({ message }) => message);
    expect(messages).toEqual([
      expect.stringMatching(/^20 minutes of 2026-10-05 09:00-10:00 /),
      expect.stringMatching(/^10 minutes of 2026-10-05 10:00-11:00 /),
    ]);
  });

  test('each period by itself', () => {
    const schedules = [{ ...MORNING, end: '2026-10-05T09:40', rrule: 'FREQ=DAILY' }];
    const asked = { from: '2026-10-05', through: '2026-10-06' };
    expect(found(code, { schedules }, asked).map(({ start }) => start)).toEqual([
      '2026-10-05T09:00:00+02:00',
      '2026-10-06T09:00:00+02:00',
    ]);
  });
});

describe('midnight-clamped', () => {
  const code = 'midnight-clamped';
  /** Starts lie at ten and forty minutes past the hour. */
  const until = (end: string) => ({ schedules: [window('2026-10-05T20:10', end)] });

  test('a period that would end at midnight ends a minute earlier', () => {
    expect(found(code, until('2026-10-06T00:00'))).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-05T20:10:00+02:00',
        end: '2026-10-05T23:59:00+02:00',
        ids: [],
        message:
          'The work period 2026-10-05 20:10-23:59 ends a minute before midnight, because Docplanner takes none that ends on the next date; no action is needed.',
      },
    ]);
  });

  test('a period that ends at 23:59 by itself was not shortened', () => {
    expect(found(code, until('2026-10-05T23:59'))).toEqual([]);
  });

  test('each date that a night reaches beyond, but for those that lose a start', () => {
    const asked = { from: '2026-10-05', through: '2026-10-07' };
    const services = [service('visit', 50)];
    const own = { services, ...until('2026-10-07T02:00') };
    expect(found(code, own, asked).map(({ end }) => end)).toEqual([
      '2026-10-05T23:59:00+02:00',
      '2026-10-06T23:59:00+02:00',
    ]);
    expect(found(code, until('2026-10-07T02:00'), asked).map(({ end }) => end)).toEqual([
      '2026-10-05T23:59:00+02:00',
    ]);
  });

  test('the end of the horizon is not the reason', () => {
    expect(found(code, until('2026-10-05T23:00'))).toEqual([]);
  });
});

describe('midnight-slot-lost', () => {
  const code = 'midnight-slot-lost';
  const until = (end: string, start = '20:00') => ({
    schedules: [window(`2026-10-05T${start}`, end)],
  });

  test('a visit that would end at midnight', () => {
    expect(found(code, until('2026-10-06T00:00'))).toEqual([
      {
        code,
        severity: 'warning',
        calendar: 'centro',
        start: '2026-10-05T20:00:00+02:00',
        end: '2026-10-06T00:00:00+02:00',
        ids: ['visit'],
        message:
          'In 2026-10-05 20:00-24:00 the last start of visit (23:30) is not offered, because Docplanner takes no work period that ends at midnight: end the hours later or let them start earlier.',
      },
    ]);
    expect(found('midnight-clamped', until('2026-10-06T00:00'))).toEqual([]);
  });

  test('hours that go on after midnight lose it too', () => {
    expect(found(code, until('2026-10-06T02:00'))).toHaveLength(1);
  });

  test('no visit would end exactly then, or the hours end a minute earlier', () => {
    expect(found(code, until('2026-10-06T00:00', '20:10'))).toEqual([]);
    expect(found(code, until('2026-10-05T23:59'))).toEqual([]);
  });

  test('a period of which nothing is left', () => {
    expect(found(code, until('2026-10-06T00:00', '23:30'))).toMatchObject([
      { start: '2026-10-05T23:30:00+02:00', ids: ['visit'] },
    ]);
    expect(found(code, until('2026-10-06T00:00', '23:31'))).toEqual([]);
  });

  test('each service loses its own start; buffers count, and the message names all starts', () => {
    const services = [
      { ...service('visit', 25), bufferAfter: 5 },
      service('scan', 20),
      service('check', 70),
    ];
    const [lost] = found(code, { services, ...until('2026-10-06T00:00', '23:00') });
    expect(lost).toMatchObject({ ids: ['visit', 'scan'] });
    expect(lost?.message).toContain('(23:30 and 23:40)');
  });

  test('the last dates of a calendar that closes in between', () => {
    const asked = { from: '2026-10-05', through: '2026-10-06', closures: [{ date: '2026-10-05' }] };
    expect(found(code, until('2026-10-07T00:00'), asked)).toMatchObject([
      { start: '2026-10-06T00:00:00+02:00', end: '2026-10-07T00:00:00+02:00' },
    ]);
  });

  test('a closed date ends no visit', () => {
    const asked = { closures: [{ date: '2026-10-05' }] };
    expect(found(code, until('2026-10-06T00:00'), asked)).toEqual([]);
  });
});

describe('grid-shifted', () => {
  const code = 'grid-shifted';
  const services = [service('visit', 30), service('scan', 40)];
  const from = (start: string) => ({
    services,
    schedules: [
      { ...MORNING, services: ['visit'] },
      { ...window(`2026-10-05T${start}`, '2026-10-05T14:00'), services: ['scan'] },
    ],
  });

  test('another service begins between two starts', () => {
    expect(found(code, from('10:10'))).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'centro',
        start: '2026-10-05T10:10:00+02:00',
        end: '2026-10-05T14:00:00+02:00',
        ids: ['visit'],
        message:
          'The starts of visit move at 2026-10-05 10:10-14:00, where scan begins: a new grid begins there, so let it begin on a start of the grid before.',
      },
    ]);
  });

  test('it begins on a start', () => {
    expect(found(code, from('10:30'))).toEqual([]);
  });

  test('periods that share no service, or do not touch', () => {
    const schedules = (second: string) => [
      { ...window('2026-10-05T09:00', '2026-10-05T10:10'), services: ['visit'] },
      { ...window(`2026-10-05T${second}`, '2026-10-05T14:00'), id: 'b', services: ['scan'] },
    ];
    expect(found(code, { services, schedules: schedules('10:10') })).toEqual([]);
    const both = [
      { ...window('2026-10-05T09:00', '2026-10-05T10:10'), services: ['visit'] },
      { ...window('2026-10-05T10:11', '2026-10-05T14:00'), id: 'b' },
    ];
    expect(found(code, { services, schedules: both })).toEqual([]);
    const touching = [both[0], { ...window('2026-10-05T10:10', '2026-10-05T14:00'), id: 'b' }];
    expect(
      found(code, { services, schedules: touching.filter((each) => each !== undefined) }),
    ).toMatchObject([{ ids: ['visit'], message: expect.stringContaining('where scan begins') }]);
  });

  test('another duration of the same service: nothing else begins', () => {
    const longer = { addressServiceId: 'visit', duration: 60 };
    const schedules = [
      { ...window('2026-10-05T09:00', '2026-10-05T10:10'), services: ['visit'] },
      { ...window('2026-10-05T10:10', '2026-10-05T14:00'), id: 'b', services: [longer] },
    ];
    expect(found(code, { services, schedules })).toMatchObject([
      { ids: ['visit'], message: expect.stringContaining('where no other service begins') },
    ]);
  });
});
