import { expect, test } from 'vitest';
import { computeCalendar, instantFormatter, parseDocument, zoneOf } from '../../src/index.js';
import { readHorizon } from '../../src/testing/index.js';

/** The closure cuts the long window in two; its later part starts after the override's window. */
test('a window around a closure, with another window before its later part', () => {
  const document = parseDocument({
    version: 1,
    timezone: 'UTC',
    calendars: [
      {
        id: 'ward',
        facilityId: '11',
        doctorId: '22',
        addressId: '33',
        services: [
          { addressServiceId: '101', duration: 30 },
          { addressServiceId: '102', duration: 15 },
        ],
        schedules: [
          { id: 'duty', start: '2028-02-28T18:30', end: '2028-03-02T00:01', services: ['101'] },
        ],
        overrides: [
          {
            date: '2028-02-29',
            windows: [{ start: '00:00', end: '00:30', services: ['102'] }],
          },
        ],
        closures: [{ date: '2028-03-01' }],
      },
    ],
  })._unsafeUnwrap();
  const { from, through, now } = readHorizon({
    now: '2028-02-28T00:00:00Z',
    from: '2028-02-28',
    through: '2028-03-02',
  })._unsafeUnwrap();

  const periods = document.calendars.flatMap((calendar) => {
    const iso = instantFormatter(zoneOf(calendar.timezone));
    return computeCalendar(calendar, { from, through }, now).basePeriods.map(
      ({ start, end, configuration }) =>
        `${iso(start).slice(0, 16)}/${iso(end).slice(11, 16)} ${configuration.services
          .map(({ addressServiceId }) => addressServiceId)
          .join(' ')}`,
    );
  });
  expect(periods).toEqual([
    '2028-02-28T18:30/23:59 101',
    '2028-02-29T00:00/00:30 101 102',
    '2028-02-29T00:30/23:59 101',
  ]);
});
