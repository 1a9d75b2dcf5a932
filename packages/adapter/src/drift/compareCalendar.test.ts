import { expect, test } from 'vitest';
import { freeSlot, remoteBooking, remoteBreak } from '../../test/support/remote.js';
import { compareCalendar } from './compareCalendar.js';
import { type Blocks, clock, remoteOf, resultOf } from './testing/blocks.js';
import { clinicInput, computed, momentAt, NOW_INSTANT, onlyCalendar } from './testing/clinic.js';

const nothing: Blocks = { breaks: [], bookings: [] };
const result = resultOf(nothing);
const remote = remoteOf(result, nothing);

test('a start without its services counts as it should be', () => {
  const slots = remote.slots.map(({ start }) => ({ start, services: [] }));
  expect(compareCalendar(result, { ...remote, slots }, NOW_INSTANT).drift).toBe(false);
  const more = [...slots, freeSlot(clock(800))];
  expect(compareCalendar(result, { ...remote, slots: more }, NOW_INSTANT).dates).toMatchObject([
    { extra: [{ start: clock(800), addressServiceIds: [] }] },
  ]);
});

test('slots outside the horizon, and before now', () => {
  const services = [{ addressServiceId: '1001', duration: 30 }];
  const outside = [
    '2030-05-20T00:00:00+02:00',
    '2030-05-13T07:59:00+02:00',
    '2030-05-12T10:00:00+02:00',
  ];
  const slots = [...remote.slots, ...outside.map((start) => freeSlot(start, services))];
  expect(compareCalendar(result, { ...remote, slots }, NOW_INSTANT).drift).toBe(false);
  expect(compareCalendar(result, { ...remote, slots }, momentAt('07:00', '2030-05-13')).drift).toBe(
    true,
  );
});

test('a break that is there twice is unknown once, and one over before now is nothing', () => {
  const pause = { since: clock(600), till: clock(630), description: 'k' };
  const document = onlyCalendar(
    computed(clinicInput({ breaks: [{ id: 'k', start: pause.since, end: pause.till }] })),
  );
  const { slots } = remoteOf(document, nothing);
  const twice = ['1', '2'].map((id) => remoteBreak({ id, ...pause }));
  const compared = (now = NOW_INSTANT) =>
    compareCalendar(document, { slots, breaks: twice, bookings: [] }, now).breaks;
  expect(compared()).toMatchObject({ missing: [], unknown: [{ id: '2' }] });
  expect(compared(momentAt('10:30'))).toEqual({ missing: [], unknown: [] });
});

test('a slot that is shown although something there hides it is extra, whatever else is missing', () => {
  const pauses = [
    { start: clock(600), end: clock(630) },
    { start: clock(615), end: clock(645) },
  ];
  const own = { breaks: pauses, bookings: [] };
  const document = resultOf(own);
  const { slots, breaks } = remoteOf(document, own);
  const services = [{ addressServiceId: '1002', duration: 20 }];
  const shown = [...slots, freeSlot(clock(610), services)];
  const drift = compareCalendar(
    document,
    { slots: shown, breaks: breaks.slice(1), bookings: [] },
    NOW_INSTANT,
  );
  expect(drift.breaks.missing).toHaveLength(1);
  expect(drift.dates).toMatchObject([
    { extra: [{ start: clock(610), addressServiceIds: ['1002'] }], freed: [] },
  ]);
});

test('a booking of the same id and time is the same, and an unknown status takes time', () => {
  const time = { start: clock(600), end: clock(630) };
  const own = { breaks: [], bookings: [time] };
  const there = remoteOf(resultOf(own), own);
  const booking = { id: `b${time.start}`, ...time, addressServiceId: '1002', publish: 'none' };
  const document = onlyCalendar(computed(clinicInput({ bookings: [booking] })));
  const bookings = there.bookings.map((each) => ({
    ...each,
    status: 'unknown' as const,
    addressServiceId: '1001',
  }));
  expect(compareCalendar(document, { ...there, bookings }, NOW_INSTANT).drift).toBe(false);
  const elsewhere = bookings.map((each) =>
    remoteBooking({ id: each.id, startAt: clock(600), endAt: clock(640) }),
  );
  expect(
    compareCalendar(document, { ...there, bookings: elsewhere }, NOW_INSTANT).bookings,
  ).toMatchObject({
    unknown: [{ end: clock(640) }],
    gone: [{ there: 'another-time' }],
  });
});
