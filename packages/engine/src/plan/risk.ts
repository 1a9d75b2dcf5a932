import { closedTime } from '../calendar/closures.js';
import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import { slotsOf } from '../calendar/slots.js';
import { overrideFinder, placedWindows, windowsWithin } from '../calendar/windows.js';
import { type IntervalSet, meets, union } from '../interval/set.js';
import { formatDate } from '../time/date.js';
import { instantFormatter } from '../time/formatter.js';
import { dateOf, type Instant, plus } from '../time/units.js';
import { wireTime } from '../time/wireTime.js';
import { zoneOf } from '../time/zone.js';
import { datesKnown, type KnownCalendar } from './known.js';
import { visibleSlots } from './slots/visibleSlots.js';

/** What a plan takes from patients: starts that can be booked, from now on, and cannot be any more. */
export interface PlanRisk {
  /** How many there are to begin with. */
  readonly starts: number;
  /** Those that no schedule offers any more. */
  readonly lost: number;
  /** Those that a schedule offers, and a closure, an override or a break of the document takes. */
  readonly closed: number;
  /** The first of both, with offset; absent if there is none. */
  readonly first?: string;
}

/**
 * The starts of the horizon that can be booked from `now` on, as far as it is known: those of dates that were
 * published, less our breaks, and of other dates those that Docplanner shows, if it was looked at.
 *
 * @example
 * const computed = computeCalendar(calendar, monday, now);
 * bookableStarts(computed, NOTHING_KNOWN, undefined) // => []
 * bookableStarts(computed, NOTHING_KNOWN, computed.slots.map(({ start }) => start)).length // => 2
 */
export function bookableStarts(
  { calendar, dates, now }: Pick<ComputedCalendar, 'calendar' | 'dates' | 'now'>,
  known: KnownCalendar,
  shown: readonly Instant[] | undefined,
): readonly Instant[] {
  const published = datesKnown(known, calendar.timezone);
  const hidden = union(known.breaks.flatMap(({ since, till }) => wireTime(since, till) ?? []));
  const starts = dates.flatMap(({ date, start, end }) => {
    const entries = published[formatDate(date)];
    if (entries === undefined) return (shown ?? []).filter((at) => at >= start && at < end);
    return (visibleSlots(entries, hidden) ?? []).map((slot) => slot.start);
  });
  return [...new Set(starts)].filter((start) => start >= now).sort((a, b) => a - b);
}

/**
 * What making a calendar equal to what was computed takes of the starts that can be booked now. A start that is
 * only taken by a booking, or by a break that Docplanner has already, is not taken away.
 *
 * Laws: nothing if the document is the one that was published, whatever is booked since; `lost` and `closed` are
 * never more than `starts` together.
 *
 * @example
 * const computed = computeCalendar(calendar, monday, now);
 * const starts = computed.slots.map(({ start }) => start);
 * planRisk(computed, starts) // => { starts: 2, lost: 0, closed: 0 }
 * planRisk({ ...computed, calendar: { ...calendar, schedules: [] }, basePeriods: [] }, starts).lost // => 2
 */
export function planRisk(computed: ComputedCalendar, bookable: readonly Instant[]): PlanRisk {
  const { calendar, basePeriods, blocked } = computed;
  // What hides at Docplanner without us hid before, too.
  const ours = blocked.filter(({ kind, source }) => kind === 'break' && source.publish !== 'none');
  const paused = union(ours);
  const kept = new Set(slotsOf(basePeriods, paused).map(({ start }) => start));
  const removed = bookable.filter((start) => !kept.has(start));
  const [first] = removed;
  if (first === undefined) {
    return { starts: bookable.length, lost: 0, closed: 0 };
  }
  const isTaken = takenByDocument(computed, paused);
  const closed = removed.filter(isTaken).length;
  return {
    starts: bookable.length,
    lost: removed.length - closed,
    closed,
    first: instantFormatter(zoneOf(calendar.timezone))(first),
  };
}

/** Whether a start is one that a schedule offers, and a closure, an override or a break takes. */
function takenByDocument(
  { calendar, horizon, dates }: ComputedCalendar,
  paused: IntervalSet<Instant>,
): (start: Instant) => boolean {
  const zone = zoneOf(calendar.timezone);
  const from = zone.startOf(horizon.from);
  const span = { start: from, end: dates.at(-1)?.end ?? from };
  const schedulesOnly = { ...calendar, overrides: [] };
  const offered = union(windowsWithin(placedWindows(schedulesOnly, zone, horizon, span), span));
  const closed = closedTime(calendar, zone, horizon, span);
  const overrideOn = overrideFinder(calendar);
  const shortest = Math.min(...calendar.services.map(({ duration }) => duration));
  return (start) => {
    const minute = { start, end: plus(start, 1) };
    if (!meets(offered, minute)) return false;
    const visit = { start, end: plus(start, Number.isFinite(shortest) ? shortest : 1) };
    return (
      meets(closed, minute) ||
      overrideOn(dateOf(zone.toWall(start))) !== undefined ||
      meets(paused, visit)
    );
  };
}

/** What plans may take away without being asked for; percent of the starts that can be booked. */
export interface GuardLimits {
  /** Of `lost`. */
  readonly lost: number;
  /** Of `lost` and `closed`. */
  readonly all: number;
  /** Fewer starts than that are never too many. */
  readonly atLeast: number;
}

/**
 * So that four weeks of holiday pass, and a document that was cut short does not.
 *
 * @example
 * DEFAULT_GUARD // => { lost: 30, all: 75, atLeast: 10 }
 */
export const DEFAULT_GUARD: GuardLimits = { lost: 30, all: 75, atLeast: 10 };

/**
 * True if a plan takes too much away to be sent without somebody saying so.
 *
 * @example
 * const risk = { starts: 240, lost: 80, closed: 0, first: '2026-10-05T09:00:00+02:00' };
 * takesTooMuch(risk, DEFAULT_GUARD) // => true
 * takesTooMuch({ ...risk, lost: 0, closed: 80 }, DEFAULT_GUARD) // => false
 */
export function takesTooMuch({ starts, lost, closed }: PlanRisk, limits: GuardLimits): boolean {
  const percentOf = (count: number): number => (100 * count) / Math.max(1, starts);
  const isMuch = percentOf(lost) > limits.lost || percentOf(lost + closed) > limits.all;
  return lost + closed >= limits.atLeast && isMuch;
}

/**
 * The risk of several calendars together; the first start is the earliest.
 *
 * @example
 * totalRisk([]) // => { starts: 0, lost: 0, closed: 0 }
 */
export function totalRisk(risks: readonly PlanRisk[]): PlanRisk {
  const sum = (count: (risk: PlanRisk) => number): number =>
    risks.reduce((total, risk) => total + count(risk), 0);
  const [first] = risks
    .flatMap((risk) => risk.first ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    starts: sum(({ starts }) => starts),
    lost: sum(({ lost }) => lost),
    closed: sum(({ closed }) => closed),
    ...(first === undefined ? {} : { first }),
  };
}
