import type { Blocked } from '../calendar/blocked.js';
import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import type { Slot } from '../calendar/slots.js';
import { type IntervalSet, union } from '../interval/set.js';
import { formatDate } from '../time/date.js';
import type { Instant } from '../time/units.js';
import { wireTime } from '../time/wireTime.js';
import { bookingDifference, type SeenBooking } from './bookingDifference.js';
import { withBreaksReadBack } from './breaks/knownBreaks.js';
import { datesKnown, type KnownBreak, type KnownCalendar, type RemoteBreak } from './known.js';
import { visibleSlots } from './slots/visibleSlots.js';

/** A start that Docplanner shows. */
export interface SeenSlot {
  /** When it begins. */
  readonly start: Instant;
  /** What can be booked then; empty if the answer does not say. */
  readonly addressServiceIds: readonly string[];
}

/** What Docplanner shows of a calendar over a horizon, all of it read from one moment on. */
export interface SeenCalendar<Booking extends SeenBooking = SeenBooking> {
  /** Free starts; those before now are looked past. */
  readonly slots: readonly SeenSlot[];
  /** All breaks that overlap the horizon, ours or not. */
  readonly breaks: readonly RemoteBreak[];
  /** All bookings that overlap the horizon. */
  readonly bookings: readonly Booking[];
}

/** What is known of a calendar after Docplanner was looked at. */
export interface Refreshed<Booking extends SeenBooking = SeenBooking> {
  /** To plan from, with the breaks that were seen. */
  readonly known: KnownCalendar;
  /** Local dates that show something that nothing known explains: they are unknown now, so they are sent whole. */
  readonly unexplained: readonly string[];
  /** Breaks of ours that somebody deleted: they are created again. */
  readonly goneBreaks: readonly KnownBreak[];
  /** Active bookings that are not over and that the document does not know: it is out of date. */
  readonly unknownBookings: readonly Booking[];
  /** Bookings that the document has from Docplanner, that are not over, and that are not active there. */
  readonly goneBookings: readonly Blocked[];
}

/**
 * What is known once Docplanner was looked at. What was published, less what breaks and active bookings
 * there hide, explains what a date shows from `now` on; a date that shows anything else, more or less,
 * becomes unknown. Breaks of ours that are gone are forgotten. Dates that are unknown or outside the
 * horizon stay as they are.
 *
 * Laws: what shows as published stays known; planning from what it returns, with the breaks that were
 * seen, and carrying that out ends in what the document says, whatever somebody did before.
 *
 * @example
 * const computed = computeCalendar(calendar, monday, now);
 * const split = { type: 'one-request' };
 * const [step] = syncPlan(computed, NOTHING_KNOWN, undefined, split).steps;
 * const known = afterStep(NOTHING_KNOWN, step, undefined, calendar.timezone);
 * const seen = { slots: computed.slots, breaks: [], bookings: [] };
 * refreshed(computed, known, seen, now).unexplained // => []
 * refreshed(computed, known, { ...seen, slots: [] }, now).unexplained // => ['2026-10-05']
 */
export function refreshed<Booking extends SeenBooking>(
  computed: ComputedCalendar,
  known: KnownCalendar,
  seen: SeenCalendar<Booking>,
  now: Instant,
): Refreshed<Booking> {
  const { unknown, gone } = bookingDifference(computed, seen.bookings, now);
  const unexplained = unexplainedDates(computed, known, seen, now);
  const { breaks } = withBreaksReadBack(known, seen.breaks, computed);
  const kept = new Set(breaks.map(({ id }) => id));
  const published = datesKnown(known, computed.calendar.timezone);
  const dates = Object.entries(published).filter(([date]) => !unexplained.includes(date));
  return {
    known: { ...known, dates: Object.fromEntries(dates), breaks },
    unexplained,
    goneBreaks: known.breaks.filter(({ id }) => !kept.has(id)),
    unknownBookings: unknown,
    goneBookings: gone,
  };
}

function unexplainedDates(
  { calendar, dates }: ComputedCalendar,
  known: KnownCalendar,
  seen: SeenCalendar,
  now: Instant,
): readonly string[] {
  const hidden = hiddenThere(seen);
  const published = datesKnown(known, calendar.timezone);
  const [first] = dates;
  const begin = Math.max(first?.start ?? now, now);
  const shown = seen.slots.filter(({ start }) => start >= begin).sort((a, b) => a.start - b.start);
  let next = 0;
  return dates.flatMap(({ date, end }) => {
    const from = next;
    while ((shown[next]?.start ?? end) < end) next += 1;
    const name = formatDate(date);
    const entries = published[name];
    if (entries === undefined) return [];
    const visible = visibleSlots(entries, hidden)?.filter(({ start }) => start >= now);
    return visible !== undefined && explains(visible, shown.slice(from, next)) ? [] : [name];
  });
}

/** Time that Docplanner hides by itself: all breaks and active bookings. */
function hiddenThere({ breaks, bookings }: SeenCalendar): IntervalSet<Instant> {
  const times = breaks.map(({ since, till }) => wireTime(since, till));
  return union([
    ...times.filter((time) => time !== undefined),
    ...bookings.filter(({ start, end, canceled }) => !canceled && start < end),
  ]);
}

/** True if the slots are those that are shown, start by start and service by service. */
function explains(slots: readonly Slot[], shown: readonly SeenSlot[]): boolean {
  const services = new Map<Instant, Set<string> | 'not-said'>();
  for (const { start, addressServiceIds } of shown) {
    const before = services.get(start);
    const ids = before instanceof Set ? [...before, ...addressServiceIds] : addressServiceIds;
    services.set(start, before === 'not-said' || ids.length === 0 ? 'not-said' : new Set(ids));
  }
  return (
    services.size === slots.length &&
    slots.every(({ start, addressServiceIds }) => {
      const ids = services.get(start);
      if (ids === undefined || ids === 'not-said') return ids !== undefined;
      return ids.size === addressServiceIds.length && addressServiceIds.every((id) => ids.has(id));
    })
  );
}
