import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { type Interval, intersect, overlaps } from '../interval/interval.js';
import { type Grouped, overlappingAcross } from '../interval/pairs.js';
import { union } from '../interval/set.js';
import type { Instant } from '../time/units.js';
import { type Finding, finding, MAX_PAIRS, timeText } from './finding.js';

/** A time of one of a doctor's calendars, which is called by its place among them. */
interface DoctorTime extends Interval<Instant> {
  readonly id: string;
}

interface Clash {
  readonly shared: Interval<Instant>;
  /** In the order of the calendars. */
  readonly first: DoctorTime & { readonly detailed: DetailedCalendar };
  readonly second: DoctorTime & { readonly detailed: DetailedCalendar };
}

/** doctor-double-booked: active bookings of one doctor at different addresses overlap. */
export function doubleBooked(
  calendars: readonly DetailedCalendar[],
  asked: number,
): readonly Finding[] {
  // In another zone the same dates are another time.
  const isInDates = ({ shared, first, second }: Clash): boolean =>
    overlaps(shared, first.detailed.span) || overlaps(shared, second.detailed.span);
  return clashes(calendars, asked, ({ visits }) => visits, isInDates).map((clash) => {
    const { shared, first, second } = clash;
    const { calendar, zone } = first.detailed;
    const message = `Doctor ${calendar.doctorId} has booking ${first.id} in ${calendar.id} and booking ${second.id} in ${second.detailed.calendar.id} at the same time (${timeText(shared, zone)}): move one of them.`;
    return finding('doctor-double-booked', calendar.id, shared, [first.id, second.id], message);
  });
}

/** doctor-double-scheduled: one doctor's base periods at different addresses overlap. */
export function doubleScheduled(
  calendars: readonly DetailedCalendar[],
  asked: number,
): readonly Finding[] {
  const open = ({ calendar, basePeriods }: DetailedCalendar) =>
    union(basePeriods).map((time) => ({ ...time, id: calendar.id }));
  return clashes(calendars, asked, open, () => true).map(({ shared, first, second }) => {
    const { calendar, zone } = first.detailed;
    const message = `Doctor ${calendar.doctorId} is open in ${first.id} and in ${second.id} at ${timeText(shared, zone)}: patients can book both, so close one of them.`;
    return finding('doctor-double-scheduled', calendar.id, shared, [first.id, second.id], message);
  });
}

/**
 * What overlaps at different addresses, under the first of the two: so many a calendar are looked at, so that
 * the search ends even if few of them count. That of two calendars that nobody asked for, which are listed
 * after the `asked` ones, is not even looked at.
 */
function clashes(
  calendars: readonly DetailedCalendar[],
  asked: number,
  timesOf: (detailed: DetailedCalendar) => readonly DoctorTime[],
  counts: (clash: Clash) => boolean,
): readonly Clash[] {
  const items = calendars.flatMap((detailed, group): Grouped<DoctorTime, number>[] =>
    timesOf(detailed).map(({ start, end, id }) => ({ interval: { start, end, id }, group })),
  );
  const looked = calendars.map(() => 0);
  const isWanted = (one: number, other: number): boolean => {
    const first = Math.min(one, other);
    if (first >= asked || (looked[first] ?? 0) >= MAX_PAIRS) return false;
    return calendars[one]?.calendar.addressId !== calendars[other]?.calendar.addressId;
  };
  const found: Clash[] = [];
  for (const [a, b] of overlappingAcross(items, isWanted)) {
    const [first, second] = a.group < b.group ? [a, b] : [b, a];
    const [one, other] = [calendars[first.group], calendars[second.group]];
    const shared = intersect(first.interval, second.interval);
    if (one === undefined || other === undefined || shared === undefined) continue;
    const before = looked[first.group] ?? 0;
    if (before >= MAX_PAIRS) continue;
    looked[first.group] = before + 1;
    const clash = {
      shared,
      first: { ...first.interval, detailed: one },
      second: { ...second.interval, detailed: other },
    };
    if (counts(clash)) found.push(clash);
  }
  return found;
}
