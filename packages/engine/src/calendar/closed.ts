import type { Calendar } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import { clip, type IntervalSet, subtract, union } from '../interval/set.js';
import { sortedByStart } from '../interval/sort.js';
import { type Instant, plus } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { Window } from './windows.js';

/** The time within `span` that closures take away: whole local dates. */
export function closedTime(
  calendar: Calendar,
  zone: Zone,
  span: Interval<Instant>,
): IntervalSet<Instant> {
  const closed = calendar.closures.map(({ from, through }) => ({
    start: zone.startOf(from),
    end: zone.startOf(plus(through, 1)),
  }));
  return clip(union(closed), span);
}

/** What closures leave of the windows, sorted by start: a window around a closure has a later part. */
export function openWindows(
  windows: readonly Window[],
  closed: IntervalSet<Instant>,
): readonly Window[] {
  if (closed.length === 0) return windows;
  return sortedByStart(
    windows.flatMap((window) =>
      subtract(union([window]), closed).map((part) => ({ ...part, template: window.template })),
    ),
  );
}
