import { type Instant, parseInstant } from '@slotwright/engine';
import { type Interval, overlaps } from '@slotwright/engine/intervals';
import type { ExpectedDate } from '@slotwright/engine/plan';
import { dateDifference } from '../report/dateDifference.js';
import { ahead, type SentDate } from './dates.js';
import type { PlacedSlots } from './remoteCalendar.js';
import { shownWithin } from './visible.js';

/**
 * True if bookings at Docplanner are not those that a plan was made with: where dates show what was sent, less
 * what hides it there, and yet not what the plan expects. A start more means that a booking is gone, one less,
 * on a date with bookings, that there is a new one.
 */
export function bookingsChanged(
  expected: readonly ExpectedDate[],
  dates: readonly SentDate[],
  slots: PlacedSlots,
  taken: readonly Interval<Instant>[],
  now: number,
): boolean {
  const planned = new Map(expected.map((each) => [each.date, each.slots]));
  return dates.some((each) => {
    const starts = planned.get(each.date);
    if (starts === undefined) return false;
    const span = ahead(each, now);
    const wanted = starts.flatMap(({ start, addressServiceIds }) => {
      const at = parseInstant(start).unwrapOr(undefined);
      return at === undefined || at < span.start ? [] : [[at, addressServiceIds] as const];
    });
    const difference = dateDifference(each.date, new Map(wanted), shownWithin(slots, span), String);
    if (difference === undefined) return false;
    return difference.extra.length > 0 || taken.some((booking) => overlaps<number>(booking, each));
  });
}
