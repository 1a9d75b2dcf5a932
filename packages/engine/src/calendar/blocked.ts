import type { Booking, Break, Calendar } from '../document/clinic.js';
import { type Interval, overlaps } from '../interval/interval.js';
import { type IntervalSet, meetsInOrder, unionOfSorted } from '../interval/set.js';
import { visitByStart } from '../interval/sort.js';
import { occurrences } from '../recurrence/occurrences.js';
import type { Horizon } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { WorkPeriod } from './configuration.js';
import { datesToExpand, touches } from './windows.js';

/** One occurrence of a break. */
export interface BreakTime extends Interval<Instant> {
  /** Of this kind of blocked time. */
  readonly kind: 'break';
  /** What blocks it. */
  readonly source: Break;
}

/** An active booking with the buffer of its service. */
export interface BookedTime extends Interval<Instant> {
  /** Of this kind of blocked time. */
  readonly kind: 'booking';
  /** What blocks it; where it ends, its buffer starts. */
  readonly source: Booking;
}

/** Time that cannot be booked, not clipped. */
export type Blocked = BreakTime | BookedTime;

/**
 * What a break at Docplanner that stands for blocked time is called.
 *
 * @example
 * breakDescription(computeCalendar(calendar, monday, now).blocked[0]) // => 'b1'
 */
export function breakDescription(time: Blocked): string {
  return time.kind === 'break' ? time.source.description : time.source.id;
}

/** An occurrence of a break with a bound that the clock change skips; maybe empty. */
export interface BreakAtGap extends Interval<Instant> {
  readonly id: string;
}

export interface BreakTimes {
  /** The occurrences that overlap the span, sorted by start, then in the document's order. */
  readonly breaks: readonly BreakTime[];
  /** Those at a gap that touch the span. */
  readonly breaksAtGaps: readonly BreakAtGap[];
}

/** The occurrences of a calendar's breaks. One that starts in a gap starts where the gap ends. */
export function breakTimes(
  calendar: Calendar,
  zone: Zone,
  horizon: Horizon,
  span: Interval<Instant>,
): BreakTimes {
  const found: { starts: Instant[]; ends: Instant[]; sources: Break[] } = {
    ...{ starts: [], ends: [], sources: [] },
  };
  const breaksAtGaps: BreakAtGap[] = [];
  const dates = datesToExpand(horizon);
  for (const source of calendar.breaks) {
    for (const { start: placed, end, startKind, endKind } of occurrences(source, zone, dates)) {
      const start = startKind === 'gap' ? zone.gapEnd(placed) : placed;
      if (start < end && start < span.end && end > span.start) {
        found.starts.push(start);
        found.ends.push(end);
        found.sources.push(source);
      }
      const atGap = startKind === 'gap' || endKind === 'gap';
      if (atGap && touches({ start, end }, span)) breaksAtGaps.push({ start, end, id: source.id });
    }
  }
  return { breaks: inOrder(found), breaksAtGaps };
}

/** Made in the order in which they are used: of millions, neighbours in time are neighbours in memory then. */
function inOrder(found: {
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
  readonly sources: readonly Break[];
}): readonly BreakTime[] {
  const breaks: BreakTime[] = [];
  visitByStart(found.starts, (place) => {
    const [start, end, source] = [found.starts[place], found.ends[place], found.sources[place]];
    if (start === undefined || end === undefined || source === undefined) return;
    breaks.push({ start, end, kind: 'break', source });
  });
  return breaks;
}

/** What the active bookings of a calendar block, buffers included, as far as it overlaps the span. */
export function bookedTimes(
  { services, bookings }: Pick<Calendar, 'services' | 'bookings'>,
  span: Interval<Instant>,
): readonly BookedTime[] {
  const buffers = new Map(services.map((each) => [each.addressServiceId, each.bufferAfter]));
  const booked: BookedTime[] = [];
  if (span.start >= span.end) return booked;
  for (const source of bookings) {
    const { start, status, publish, addressServiceId: service } = source;
    if (status === 'canceled' || start >= span.end) continue;
    // Docplanner knows only how long the visit is published, and that has the buffer in it already.
    const buffered = service !== undefined && publish !== 'none';
    const end = buffered ? plus(source.end, buffers.get(service) ?? 0) : source.end;
    // A clock change may leave nothing of a booking; its buffer blocks all the same.
    if (end <= start || end <= span.start) continue;
    booked.push({ start, end, kind: 'booking', source });
  }
  return booked;
}

/** The active bookings that overlap the span, buffers aside, in the document's order; none of an empty span. */
export function visitsWithin(
  { bookings }: Pick<Calendar, 'bookings'>,
  span: Interval<Instant>,
): readonly Booking[] {
  if (span.start >= span.end) return [];
  return bookings.filter(
    (each) => each.status !== 'canceled' && each.start < each.end && overlaps(each, span),
  );
}

/** Blocked time, and that part of it that is cut out of the work periods; Docplanner itself hides the rest. */
export interface BlockedTime {
  readonly all: IntervalSet<Instant>;
  readonly carved: IntervalSet<Instant>;
}

/** Of blocked times sorted by start. */
export function blockedTime(sorted: readonly Blocked[]): BlockedTime {
  const all = unionOfSorted(sorted);
  const isCarved = ({ source }: Blocked): boolean => source.publish === 'carve';
  return { all, carved: sorted.every(isCarved) ? all : unionOfSorted(sorted.filter(isCarved)) };
}

/**
 * The blocked times for the breaks endpoint: those that are published as breaks and overlap some work
 * period, whole, even where they reach beyond the horizon. Sorted by start, then description.
 */
export function breaksToSend(
  blocked: readonly Blocked[],
  published: readonly WorkPeriod[],
): readonly Blocked[] {
  const hasEffect = meetsInOrder(published);
  return blocked
    .filter((time) => time.source.publish === 'break' && hasEffect(time))
    .sort(
      (a, b) =>
        a.start - b.start || a.end - b.end || (breakDescription(a) < breakDescription(b) ? -1 : 1),
    );
}
