import { describe, expect, test } from 'vitest';
import { type ComputedCalendar, type Instant, parseInstant } from '../../src/index.js';
import { bookingDifference, type SeenBooking } from '../../src/plan/bookingDifference.js';
import { refreshed, type SeenCalendar } from '../../src/plan/refresh.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import type { BookingInput } from '../../src/testing/index.js';
import { clinic, pause, published, told } from './clinic.js';

const at = (text: string): Instant => parseInstant(`${text}:00+02:00`)._unsafeUnwrap();
const before = at('2026-10-01T08:00');
const booking = (start: string, end: string, canceled = false): SeenBooking => ({
  id: start,
  addressServiceId: undefined,
  start: at(start),
  end: at(end),
  canceled,
});

/** What Docplanner shows of a calendar that is as it was published. */
function seenOf(result: ComputedCalendar, changes: Partial<SeenCalendar> = {}): SeenCalendar {
  const breaks = published(result).breaks.map(({ id, since, till, description }) => ({
    id,
    since,
    till,
    description,
  }));
  return { slots: result.slots, breaks, bookings: [], ...changes };
}

const without = (result: ComputedCalendar, ...starts: readonly string[]): SeenCalendar['slots'] =>
  result.slots.filter(({ start }) => !starts.some((text) => at(text) === start));

const result = clinic({ breaks: [pause('a', '12:00', '12:30')] });
const known = published(result);
const datesOf = (seen: SeenCalendar, now = before): readonly string[] =>
  refreshed(result, known, seen, now).unexplained;

describe('a date becomes unknown', () => {
  test('not where it shows what was published', () => {
    expect(refreshed(result, known, seenOf(result), before)).toEqual({
      known,
      unexplained: [],
      goneBreaks: [],
      unknownBookings: [],
      goneBookings: [],
    });
  });

  test('where a start is missing', () => {
    expect(datesOf(seenOf(result, { slots: without(result, '2026-10-06T09:30') }))).toEqual([
      '2026-10-06',
    ]);
  });

  test('where a start is too many, on a closed date too', () => {
    const extra = { start: at('2026-10-10T10:00'), addressServiceIds: ['101'] };
    expect(datesOf(seenOf(result, { slots: [...result.slots, extra] }))).toEqual(['2026-10-10']);
  });

  test('where the services of a start differ, if the answer says them', () => {
    const changed = (ids: readonly string[]) =>
      result.slots.map((slot) =>
        slot.start === at('2026-10-06T09:30') ? { ...slot, addressServiceIds: ids } : slot,
      );
    expect(datesOf(seenOf(result, { slots: changed(['101']) }))).toEqual(['2026-10-06']);
    expect(datesOf(seenOf(result, { slots: changed(['102', '101']) }))).toEqual([]);
    expect(datesOf(seenOf(result, { slots: changed([]) }))).toEqual([]);
  });

  test('not for starts that are over', () => {
    const now = at('2026-10-06T10:00');
    const slots = result.slots.filter(({ start }) => start >= now);
    expect(datesOf(seenOf(result, { slots }), now)).toEqual([]);
    expect(datesOf(seenOf(result, { slots }), before)).toEqual(['2026-10-05', '2026-10-06']);
  });

  test('so that it is sent whole', () => {
    const slots = without(result, '2026-10-06T09:30');
    const seen = seenOf(result, { slots });
    const { known: left } = refreshed(result, known, seen, before);
    const { steps } = syncPlan(result, left, seen.breaks, { type: 'one-request' });
    expect(told(steps)).toEqual(['replace 10-06']);
  });

  test('where what was published there cannot be read', () => {
    const entry = { start: 'x', end: 'y', address_services: [] };
    const odd = { ...known, dates: { ...known.dates, '2026-10-06': [entry] } };
    expect(refreshed(result, odd, seenOf(result), before).unexplained).toEqual(['2026-10-06']);
  });
});

describe('bookings and breaks explain', () => {
  test('what a booking hides that the document does not know, and it is told', () => {
    const made = booking('2026-10-06T09:30', '2026-10-06T10:00');
    const seen = seenOf(result, {
      // The visit of an hour at nine meets it too.
      slots: without(result, '2026-10-06T09:30').map((slot) =>
        slot.start === at('2026-10-06T09:00') ? { ...slot, addressServiceIds: ['101'] } : slot,
      ),
      bookings: [made],
    });
    const { unexplained, unknownBookings } = refreshed(result, known, seen, before);
    expect({ unexplained, unknownBookings }).toEqual({ unexplained: [], unknownBookings: [made] });
    // Once it is canceled, the same is not explained any more.
    expect(datesOf({ ...seen, bookings: [{ ...made, canceled: true }] })).toEqual(['2026-10-06']);
  });

  test('what a booking frees that was canceled there, and it is told', () => {
    const b1 = { id: 'b1', start: '2026-10-06T09:00', end: '2026-10-06T10:00' };
    const booked = clinic({ bookings: [{ ...b1, publish: 'none' }] });
    const open = clinic();
    const canceled = booking('2026-10-06T09:00', '2026-10-06T10:00', true);
    const seen = { slots: open.slots, breaks: [], bookings: [canceled] };
    const told = refreshed(booked, published(booked), seen, before);
    expect(told.unexplained).toEqual([]);
    expect(told.goneBookings.map(({ source }) => source.id)).toEqual(['b1']);
    // What the clinic carved itself need not be there at all.
    const carved = clinic({ bookings: [{ ...b1, publish: 'carve' }] });
    const own = refreshed(carved, published(carved), seenOf(carved), before);
    expect({ ...own, known: undefined }).toMatchObject({ unexplained: [], goneBookings: [] });
    const there = { bookings: [{ ...canceled, canceled: false }] };
    expect(
      refreshed(carved, published(carved), seenOf(carved, there), before).unknownBookings,
    ).toEqual([]);
  });

  test('what a break of somebody else hides', () => {
    const open = clinic();
    const theirs = {
      id: 'x',
      since: '2026-10-07T07:00:00Z',
      till: '2026-10-07T11:00:00Z',
      description: undefined,
    };
    const slots = open.slots.filter(
      ({ start }) => start < at('2026-10-07T09:00') || start >= at('2026-10-08T00:00'),
    );
    const seen = { slots, breaks: [theirs], bookings: [] };
    expect(refreshed(open, published(open), seen, before).unexplained).toEqual([]);
  });

  test('what shows where a break of ours was deleted: it is created again', () => {
    const seen = { slots: clinic().slots, breaks: [], bookings: [] };
    const told0 = refreshed(result, known, seen, before);
    expect(told0.unexplained).toEqual([]);
    expect(told0.goneBreaks.map(({ source }) => source)).toEqual(['a']);
    const { steps } = syncPlan(result, told0.known, seen.breaks, { type: 'one-request' });
    expect(told(steps)).toEqual(['create a 10-05T12:00-10-05T12:30']);
  });
});

test('what is unknown, or beyond the horizon, stays as it is', () => {
  const { '2026-10-06': dropped, ...dates } = known.dates;
  expect(dropped).toBeDefined();
  const later = { ...dates, '2026-11-30': [] };
  const { known: left, unexplained } = refreshed(
    result,
    { ...known, dates: later },
    seenOf(result, { slots: without(result, '2026-10-06T09:30') }),
    before,
  );
  expect([left.dates, unexplained]).toEqual([later, []]);
});

describe('the same booking is one', () => {
  const times = { start: '2026-10-06T09:00', end: '2026-10-06T10:00' };
  const own: BookingInput = { id: 'b1', ...times, addressServiceId: '101', publish: 'none' };
  const there = { ...booking(times.start, times.end), id: 'p1', addressServiceId: '101' };
  const difference = (document: readonly BookingInput[], seen: readonly SeenBooking[]) => {
    const { unknown, gone } = bookingDifference(clinic({ bookings: document }), seen, before);
    return [unknown.map(({ id }) => id), gone.map(({ source }) => source.id)];
  };

  test('of the same time and service, whatever its id', () => {
    expect(difference([own], [there])).toEqual([[], []]);
    expect(difference([own], [{ ...there, addressServiceId: undefined }])).toEqual([[], []]);
    expect(difference([own], [{ ...there, addressServiceId: '102' }])).toEqual([['p1'], ['b1']]);
    expect(difference([own], [{ ...there, end: at('2026-10-06T09:30') }])).toEqual([
      ['p1'],
      ['b1'],
    ]);
  });

  test('of the same id and time, whatever its service, and that first', () => {
    const same = { ...there, id: 'b1', addressServiceId: '102' };
    expect(difference([own], [there, same])).toEqual([['p1'], []]);
  });

  test('once: a second at its time is another', () => {
    expect(difference([own], [there, { ...there, id: 'p2' }])).toEqual([['p2'], []]);
    expect(difference([own, { ...own, id: 'b2' }], [there])).toEqual([[], ['b2']]);
  });

  test('also where the document blocks a buffer after it', () => {
    const services = [{ addressServiceId: '101', duration: 60, bufferAfter: 15 }];
    const buffered = clinic({ services, bookings: [{ ...own, publish: 'carve' }] });
    expect(buffered.blocked.map(({ end }) => end)).toEqual([at('2026-10-06T10:15')]);
    expect(bookingDifference(buffered, [there], before).unknown).toEqual([]);
  });
});
