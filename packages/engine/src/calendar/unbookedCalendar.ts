import type { Calendar } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import type { IntervalSet } from '../interval/set.js';
import { type DateSpan, dateSpans, type Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import { basePeriods } from './basePeriods.js';
import { type BreakTimes, breakTimes } from './blocked.js';
import { closedTime, openWindows } from './closures.js';
import type { WorkPeriod } from './configuration.js';
import { type PlacedWindow, placedWindows, type Window, windowsWithin } from './windows.js';

/** What a calendar offers on some dates, and its breaks: all that does not depend on bookings. */
export interface UnbookedCalendar extends BreakTimes {
  readonly zone: Zone;
  readonly dates: readonly DateSpan[];
  /** From the first instant of the dates to the end of the last one. */
  readonly span: Interval<Instant>;
  /** What closures take away. */
  readonly closed: IntervalSet<Instant>;
  readonly placedWindows: readonly PlacedWindow[];
  /** What closures leave of the windows. */
  readonly windows: readonly Window[];
  readonly basePeriods: readonly WorkPeriod[];
}

/** Law: the base periods of a date are the same, whatever other dates are asked for. */
export function unbookedCalendar(
  calendar: Calendar,
  zone: Zone,
  horizon: Horizon,
): UnbookedCalendar {
  const dates = dateSpans(zone, horizon);
  const start = zone.startOf(horizon.from);
  const span = { start, end: dates.at(-1)?.end ?? start };
  const placed = placedWindows(calendar, zone, horizon, span);
  const closed = closedTime(calendar, zone, horizon, span);
  const windows = openWindows(windowsWithin(placed, span), closed);
  const { breaks, breaksAtGaps } = breakTimes(calendar, zone, horizon, span);
  return {
    zone,
    dates,
    span,
    closed,
    placedWindows: placed,
    windows,
    basePeriods: basePeriods(windows, dates),
    breaks,
    breaksAtGaps,
  };
}
