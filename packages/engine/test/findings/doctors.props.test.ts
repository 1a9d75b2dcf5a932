import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CheckedCalendar, computeDocument } from '../../src/index.js';
import { intersect, overlaps } from '../../src/interval/interval.js';
import { runs, setUp } from '../laws/case.js';
import { calendar } from './clinic.js';

const bounds = ({ dates }: CheckedCalendar) => ({
  start: dates[0]?.start ?? 0,
  end: dates.at(-1)?.end ?? 0,
});

/** Every booking of one calendar compared with every one of the other, as `start end id id`. */
function doubleBookings(first: CheckedCalendar, second: CheckedCalendar): readonly string[] {
  const [one, other] = [first.calendar, second.calendar];
  if (one.doctorId !== other.doctorId || one.addressId === other.addressId) return [];
  const visits = (of: CheckedCalendar) =>
    of.calendar.bookings.filter((each) => each.status !== 'canceled' && overlaps(each, bounds(of)));
  return visits(first).flatMap((a) =>
    visits(second).flatMap((b) => {
      const shared = intersect<number>(a, b);
      if (shared === undefined) return [];
      const counts = [first, second].some((each) => overlaps<number>(shared, bounds(each)));
      return counts ? [`${shared.start} ${shared.end} ${a.id} ${b.id}`] : [];
    }),
  );
}

const ZONES = ['Europe/Madrid', 'Atlantic/Canary', 'Pacific/Kiritimati', 'Pacific/Niue'];

/** Calendars of one doctor, some in zones whose dates have no time in common, with bookings near 5 October. */
const calendars = fc.array(
  fc.record({
    timezone: fc.constantFrom(...ZONES),
    addressId: fc.constantFrom('33', '34', '35'),
    starts: fc.array(
      fc.record({ day: fc.integer({ min: 3, max: 6 }), hour: fc.constantFrom(0, 9, 12, 22, 23) }),
      { maxLength: 9 },
    ),
    duration: fc.constantFrom(30, 90, 600, 1440),
  }),
  { minLength: 2, maxLength: 4 },
);

test('doctor-double-booked: every two bookings compared', () => {
  fc.assert(
    fc.property(calendars, (list) => {
      const inputs = list.map(({ starts, duration, ...parts }, place) =>
        calendar({
          ...parts,
          id: `c${place}`,
          bookings: starts.map(({ day, hour }, index) => ({
            id: `b${index}`,
            start: `2026-10-0${day}T${String(hour).padStart(2, '0')}:00`,
            duration,
          })),
        }),
      );
      const asked = { from: '2026-10-05', through: '2026-10-05', now: '2026-10-01T00:00:00Z' };
      const document = { version: 1, timezone: 'Europe/Madrid', calendars: inputs } as const;
      const { horizon, now, ...read } = setUp({ document, horizon: asked });
      const computed = computeDocument(read.document, horizon, now, []).calendars;
      for (const [index, first] of computed.entries()) {
        const told = first.findings
          .filter(({ code }) => code === 'doctor-double-booked')
          .map(({ start, end, ids }) => [start, end, ...ids].join(' '));
        const expected = computed.slice(index + 1).flatMap((each) => doubleBookings(first, each));
        expect(told.sort()).toEqual([...new Set(expected)].sort());
      }
    }),
    { numRuns: runs(300) },
  );
});
