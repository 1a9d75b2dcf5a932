import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ClinicDocumentInput,
  inferSchedules,
  parseDocument,
  parseHorizon,
  parseInstant,
} from '../../src/index.js';
import { runs } from '../laws/case.js';
import { shownOf } from './shown.js';

type ScheduleInput = NonNullable<ClinicDocumentInput['calendars'][number]['schedules']>[number];

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SERVICES = [
  { addressServiceId: '7', duration: 30 },
  { addressServiceId: '8', duration: 20 },
];
const TIMES = [
  ['09:00', '13:00'],
  ['15:00', '18:00'],
  ['20:00', '22:00'],
] as const;

/** One schedule for a part of the day, on some weekdays of every week or of every other one. */
const shift = (index: number): fc.Arbitrary<ScheduleInput> =>
  fc
    .record({
      days: fc.subarray(DAYS, { minLength: 1 }),
      interval: fc.constantFrom('', '', ';INTERVAL=2'),
      services: fc.constantFrom(undefined, ['7'], ['8']),
    })
    .map(({ days, interval, services }) => ({
      id: `shift-${index}`,
      start: `2026-08-31T${TIMES[index]?.[0]}`,
      end: `2026-08-31T${TIMES[index]?.[1]}`,
      rrule: `FREQ=WEEKLY${interval};BYDAY=${days.join()}`,
      ...(services === undefined ? {} : { services }),
    }));

const shifts = fc
  .subarray([0, 1, 2], { minLength: 1 })
  .chain((indexes) => fc.tuple(...indexes.map(shift)));

/** Visits of a few weeks, at any minute of the hours in which somebody works. */
const visits = fc.array(
  fc.record({ day: fc.nat(83), minute: fc.integer({ min: 540, max: 1310 }) }),
  { maxLength: 12 },
);

const start = (day: number, minute: number): string =>
  `${new Date((Date.UTC(2026, 9, 5) / 60_000 + day * 1440 + minute) * 60_000).toISOString().slice(0, 16)}`;

test('weekly shifts are found as they were written: as many schedules, and no date that differs', () => {
  fc.assert(
    fc.property(shifts, visits, (schedules, booked) => {
      const bookings = booked.map(({ day, minute }, index) => ({
        id: `${index}`,
        start: start(day, minute),
        duration: 30,
        publish: 'none' as const,
      }));
      const place = { id: 'c', facilityId: '1', doctorId: '2', addressId: '3' };
      const calendars = [{ ...place, services: SERVICES, schedules, bookings }];
      const document = parseDocument({ version: 1, timezone: 'Europe/Madrid', calendars });
      const horizon = parseHorizon('2026-10-05', '2026-12-27')._unsafeUnwrap();
      const now = parseInstant('2026-10-05T03:00:00Z')._unsafeUnwrap();
      for (const calendar of document._unsafeUnwrap().calendars) {
        const found = inferSchedules(shownOf(calendar, horizon, now));
        const written = ({ start: from, end, rrule }: ScheduleInput): string =>
          `${from.slice(11)}-${end.slice(11)} ${rrule}`;
        expect([found.overrides, found.closures]).toEqual([[], []]);
        expect(found.schedules.map(written).sort()).toEqual(schedules.map(written).sort());
      }
    }),
    { numRuns: runs(60) },
  );
});
