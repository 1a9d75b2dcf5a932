import type { Instant } from '@slotwright/engine';
import { type Interval, type IntervalSet, overlaps } from '@slotwright/engine/intervals';
import { type SlotsEntry, visibleSlots } from '@slotwright/engine/plan';
import type { PlacedSlots } from './remoteCalendar.js';

/** What patients can book: ids of address services by start. None means that Docplanner does not tell which. */
export type Visible = ReadonlyMap<Instant, readonly string[]>;

/** What Docplanner shows of a stretch of time. */
export function shownWithin(slots: PlacedSlots, span: Interval<number>): Visible {
  const within = [...slots].filter(([start]) => span.start <= start && start < span.end);
  return new Map(within.map(([start, services]) => [start, services.map(idOf)]));
}

/** What entries that were sent offer in a stretch of time, where nothing else hides it; nothing if unreadable. */
export function offeredWithin(
  entries: readonly SlotsEntry[],
  hidden: IntervalSet<Instant>,
  span: Interval<number>,
): Visible {
  const within = (visibleSlots(entries, hidden) ?? []).filter(
    ({ start }) => span.start <= start && start < span.end,
  );
  return new Map(within.map(({ start, addressServiceIds }) => [start, addressServiceIds]));
}

/** What Docplanner showed once, less what is hidden by now. */
export function stillVisible(
  before: PlacedSlots,
  hidden: IntervalSet<Instant>,
  span: Interval<number>,
): Visible {
  const left = [...before].map(([start, services]) => {
    const free = services.filter(({ duration }) => {
      const visit = { start, end: start + Math.max(duration ?? 0, 1) };
      return !hidden.some((each) => overlaps<number>(each, visit));
    });
    return [start, free] as const;
  });
  return shownWithin(new Map(left.filter(([, services]) => services.length > 0)), span);
}

function idOf({ addressServiceId }: { readonly addressServiceId: string }): string {
  return addressServiceId;
}
