import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { addressKey } from '../document/address.js';
import { groupBy } from '../grouping/groupBy.js';
import { type Interval, intersect, overlaps } from '../interval/interval.js';
import { type Grouped, overlappingAcross, take } from '../interval/pairs.js';
import { union } from '../interval/set.js';
import type { Instant } from '../time/units.js';
import { type Finding, finding, MAX_PAIRS, timeText } from './finding.js';

/** A time of one of a doctor's calendars. */
interface DoctorTime extends Interval<Instant> {
  readonly id: string;
  readonly facts: DetailedCalendar;
}

interface Clash {
  readonly shared: Interval<Instant>;
  /** In the order of the document. */
  readonly first: DoctorTime;
  readonly second: DoctorTime;
}

/**
 * The findings about two calendars, at least one of which was asked for, each under the first of those:
 * doctor-double-booked, doctor-double-scheduled, calendar-duplicate.
 */
export function crossCalendarFindings(
  asked: readonly DetailedCalendar[],
  others: readonly DetailedCalendar[],
): readonly Finding[] {
  const isAsked = new Set(asked);
  const calendars = [...asked, ...others];
  return [
    ...groups(calendars, doctorKey).flatMap((own) => [
      ...doubleBooked(own, isAsked),
      ...doubleScheduled(own, isAsked),
    ]),
    ...groups(calendars, placeKey).flatMap(duplicates),
  ];
}

function doctorKey({ calendar }: DetailedCalendar): string {
  return calendar.doctorId;
}

function placeKey({ calendar }: DetailedCalendar): string {
  return addressKey(calendar);
}

/** The calendars that share a key, in the order of the document, where more than one does. */
function groups(
  calendars: readonly DetailedCalendar[],
  keyOf: (facts: DetailedCalendar) => string,
): readonly (readonly DetailedCalendar[])[] {
  return [...groupBy(calendars, keyOf).values()].filter(({ length }) => length > 1);
}

/** What overlaps at different addresses; that of two calendars that nobody asked for is not even looked at. */
function clashes(
  calendars: readonly DetailedCalendar[],
  isAsked: ReadonlySet<DetailedCalendar>,
  timesOf: (facts: DetailedCalendar) => readonly (Interval<Instant> & { readonly id: string })[],
): readonly Clash[] {
  const items = calendars.flatMap((facts): Grouped<DoctorTime, string>[] =>
    timesOf(facts).map(({ start, end, id }) => ({
      interval: { start, end, id, facts },
      group: isAsked.has(facts) ? `asked ${facts.calendar.addressId}` : 'not asked',
    })),
  );
  return take(atDifferentAddresses(overlappingAcross(items)), MAX_PAIRS).flatMap(([a, b]) => {
    const shared = intersect(a, b);
    if (shared === undefined) return [];
    const inOrder = calendars.indexOf(a.facts) < calendars.indexOf(b.facts);
    return [inOrder ? { shared, first: a, second: b } : { shared, first: b, second: a }];
  });
}

function* atDifferentAddresses(
  pairs: Iterable<readonly [Grouped<DoctorTime, string>, Grouped<DoctorTime, string>]>,
): Generator<readonly [DoctorTime, DoctorTime]> {
  for (const [{ interval: a }, { interval: b }] of pairs) {
    if (a.facts.calendar.addressId !== b.facts.calendar.addressId) yield [a, b];
  }
}

/** doctor-double-booked: active bookings of one doctor at different addresses overlap. */
function doubleBooked(
  calendars: readonly DetailedCalendar[],
  isAsked: ReadonlySet<DetailedCalendar>,
): readonly Finding[] {
  return clashes(calendars, isAsked, ({ booked }) => booked).flatMap(
    ({ shared, first, second }) => {
      const { calendar, zone, span } = first.facts;
      // In another zone the same dates are another time.
      if (!overlaps(shared, span) && !overlaps(shared, second.facts.span)) return [];
      const message = `Doctor ${calendar.doctorId} has booking ${first.id} in ${calendar.id} and booking ${second.id} in ${second.facts.calendar.id} at the same time (${timeText(shared, zone)}): move one of them.`;
      return [finding('doctor-double-booked', calendar.id, shared, [first.id, second.id], message)];
    },
  );
}

/** doctor-double-scheduled: one doctor's base periods at different addresses overlap. */
function doubleScheduled(
  calendars: readonly DetailedCalendar[],
  isAsked: ReadonlySet<DetailedCalendar>,
): readonly Finding[] {
  const open = (facts: DetailedCalendar) =>
    union(facts.basePeriods).map((time) => ({ ...time, id: facts.calendar.id }));
  return clashes(calendars, isAsked, open).map(({ shared, first, second }) => {
    const { calendar, zone } = first.facts;
    const message = `Doctor ${calendar.doctorId} is open in ${first.id} and in ${second.id} at ${timeText(shared, zone)}: patients can book both, so close one of them.`;
    return finding('doctor-double-scheduled', calendar.id, shared, [first.id, second.id], message);
  });
}

/** calendar-duplicate: two calendars are the same facility, doctor and address. */
function duplicates([first, ...others]: readonly DetailedCalendar[]): readonly Finding[] {
  if (first === undefined) return [];
  const { calendar, span } = first;
  return others.map((other) => {
    const ids = [calendar.id, other.calendar.id];
    const message = `Calendars ${ids.join(' and ')} are the same facility, doctor and address, so each would overwrite the other at Docplanner: make them one calendar.`;
    return finding('calendar-duplicate', calendar.id, span, ids, message);
  });
}
