import type { Calendar, Closure } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import { clip, type IntervalSet, subtract, union } from '../interval/set.js';
import { sortedByStart } from '../interval/sort.js';
import type { Recurring } from '../recurrence/event.js';
import { localStarts } from '../recurrence/localStarts.js';
import type { Horizon } from '../time/horizon.js';
import {
  dateOf,
  type Instant,
  type LocalDate,
  MINUTES_PER_DAY,
  plus,
  wallAt,
} from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { Window } from './windows.js';

/** The dates that a closure takes away, those of a rule only within `dates`. */
export function closureDates(
  { from, through, rrule, exdates, rdates }: Closure,
  zone: Zone,
  dates: Horizon,
): readonly Horizon[] {
  if (rrule === undefined && exdates.length === 0 && rdates.length === 0) {
    return [{ from, through }];
  }
  const wholeDate = (date: LocalDate) => ({ kind: 'date', date }) as const;
  const event: Recurring = {
    start: { kind: 'local', wall: wallAt(from, 0) },
    end: { kind: 'local', wall: wallAt(from, MINUTES_PER_DAY) },
    rrule,
    exdates: exdates.map(wholeDate),
    rdates: rdates.map(wholeDate),
  };
  return localStarts(event, zone, dates).map((wall) => ({
    from: dateOf(wall),
    through: dateOf(wall),
  }));
}

/** The time within `span` that closures take away: whole local dates. */
export function closedTime(
  { closures }: Calendar,
  zone: Zone,
  dates: Horizon,
  span: Interval<Instant>,
): IntervalSet<Instant> {
  const closed = closures.flatMap((closure) =>
    closureDates(closure, zone, dates).map(({ from, through }) => ({
      start: zone.startOf(from),
      end: zone.startOf(plus(through, 1)),
    })),
  );
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
