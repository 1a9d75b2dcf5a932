import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedCalendar, Instant } from '../../src/index.js';
import { overlaps } from '../../src/interval/interval.js';
import type { SeenBooking } from '../../src/plan/bookingDifference.js';
import { refreshed, type SeenCalendar } from '../../src/plan/refresh.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { runs } from '../laws/case.js';
import { carryOut, firstSync, last, previewed, type Synced, within } from './carryOut.js';
import { bookable, type Docplanner, REACHES, type Time, without } from './docplanner.js';
import { edit } from './edit.js';
import { readBack, split } from './readBack.js';

/** Minutes are instants here; the model does not say so. */
const at = (minute: number): Instant => minute as Instant;

/** What the three reads of a calendar give at `now`. */
function look(state: Docplanner, result: ComputedCalendar, now: number): SeenCalendar {
  const starts = new Map<number, string[]>();
  for (const visit of within(bookable(state), result)) {
    const [start = '', , id = ''] = visit.split(' ');
    if (Number(start) < now) continue;
    starts.set(Number(start), [...(starts.get(Number(start)) ?? []), id]);
  }
  const bookings = state.bookings.map(
    ({ start, end }, index): SeenBooking => ({
      id: String(index),
      addressServiceId: undefined,
      start: at(start),
      end: at(end),
      canceled: false,
    }),
  );
  return {
    slots: [...starts].map(([start, addressServiceIds]) => ({
      start: at(start),
      addressServiceIds,
    })),
    breaks: readBack(state, result),
    bookings,
  };
}

/** Something that happens at Docplanner behind our back; the numbers choose where. */
interface Event {
  readonly type: 'date-deleted' | 'slots-put' | 'break-gone' | 'break-moved' | 'break' | 'booking';
  readonly which: number;
  readonly minute: number;
  readonly length: number;
}

const event: fc.Arbitrary<Event> = fc.record({
  type: fc.constantFrom(
    'date-deleted',
    'slots-put',
    'break-gone',
    'break-moved',
    'break',
    'booking',
  ),
  which: fc.nat(),
  minute: fc.integer({ min: 0, max: 143 }).map((ten) => ten * 10),
  length: fc.integer({ min: 1, max: 30 }).map((ten) => ten * 10),
});

function happened(state: Docplanner, { dates }: ComputedCalendar, given: Event): Docplanner {
  const { type, which, minute, length } = given;
  const date = dates[which % dates.length];
  const ours = state.breaks.filter(({ id }) => id.startsWith('ours'));
  const chosen = ours[which % ours.length];
  if (date === undefined) return state;
  const start = date.start + Math.min(minute, date.end - date.start - 2);
  const time: Time = { start, end: Math.min(start + length, date.end - 1) };
  const { periods, breaks, bookings } = state;
  switch (type) {
    case 'date-deleted':
      return { ...state, periods: without(periods, date) };
    case 'slots-put': {
      const services = [{ id: `${100 + (which % 4)}`, duration: 10 + (which % 3) * 5 }];
      return {
        ...state,
        periods: [...without(periods, time), { ...time, anchor: time.start, services }],
      };
    }
    case 'break-gone':
      return { ...state, breaks: breaks.filter((each) => each !== chosen) };
    case 'break-moved':
      return {
        ...state,
        breaks: breaks.map((each) => (each === chosen ? { ...each, ...time } : each)),
      };
    case 'break': {
      // Sometimes with the time and description of one that the document has.
      const id = `other-${breaks.length}`;
      return { ...state, breaks: [...breaks, { ...time, id, description: 'Lunch' }] };
    }
    case 'booking':
      return { ...state, bookings: [...bookings, time] };
    default:
      return type satisfies never;
  }
}

const moment = (result: ComputedCalendar, which: number): number =>
  (result.dates[0]?.start ?? 0) + (which % 4) * 700;

/** Docplanner shows when a service can start and not for how long: a visit without its end. */
const asShown = (visit: string): string => visit.replace(/ \S+ /, ' ');

test('what shows as published stays known, whatever is over or hidden', () => {
  fc.assert(
    fc.property(edit(), fc.nat(3), fc.array(event), (given, later, events) => {
      const { before } = given;
      const start = firstSync({ before, after: before }, 'whole-day');
      const now = moment(before, later);
      const hiding = events.filter(({ type }) => type === 'break' || type === 'booking');
      const state = hiding.reduce((all, each) => happened(all, before, each), start.state);
      const { known, unexplained } = refreshed(
        before,
        start.published,
        look(state, before, now),
        at(now),
      );
      expect(unexplained).toEqual([]);
      expect(known).toEqual(start.published);
    }),
    { numRuns: runs(200) },
  );
});

describe.each(REACHES)('if a PUT of slots replaces %s', (reach) => {
  test('whatever happened, refreshing, planning and carrying out ends in what the document says, in two rounds at most', () => {
    fc.assert(
      fc.property(edit(), fc.nat(3), fc.array(event), split(), (given, later, events, how) => {
        const { after } = given;
        const start = firstSync(given, reach);
        const now = moment(after, later);
        const state = events.reduce((all, each) => happened(all, after, each), start.state);
        const round = ({ state: there, published }: Synced) => {
          const seen = look(there, after, now);
          const { known } = refreshed(after, published, seen, at(now));
          const { steps } = syncPlan(after, known, seen.breaks, how);
          return last(carryOut({ state: there, published: known }, steps, after, reach));
        };
        // Strange slots that a break of ours hid show once it has gone: the next look finds them.
        const end = round(round({ state, published: start.published }));

        const ours = new Set(start.published.breaks.map(({ id }) => id));
        const others = [...state.breaks.filter(({ id }) => !ours.has(id)), ...state.bookings];
        const open = (visit: string): boolean => {
          const [from = 0, until = 0] = visit.split(' ').map(Number);
          return from >= now && !others.some((each) => overlaps(each, { start: from, end: until }));
        };
        expect([...within(bookable(end.state), after)].filter(open).map(asShown).sort()).toEqual(
          previewed(after).filter(open).map(asShown).sort(),
        );
        expect([...within(bookable(end.state), after)].filter((visit) => !open(visit))).toSatisfy(
          (visits: readonly string[]) => visits.every((visit) => Number.parseInt(visit, 10) < now),
        );
        // Breaks of others are as they were.
        const theirs = (all: Docplanner) => all.breaks.filter(({ id }) => !id.startsWith('ours'));
        expect(theirs(end.state)).toEqual(theirs(state));

        const again = look(end.state, after, now);
        const settled = refreshed(after, end.published, again, at(now));
        expect(settled.unexplained).toEqual([]);
        expect(syncPlan(after, settled.known, again.breaks, how).steps).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});
