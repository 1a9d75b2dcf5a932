import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { formatDate } from '../time/date.js';
import type { Horizon } from '../time/horizon.js';
import { plus } from '../time/units.js';
import {
  bookingOverlaps,
  bookingsOffGrid,
  bookingsOfOtherDurations,
  bookingsOfUnknownServices,
  bookingsOnBreaks,
  bookingsOutsideAvailability,
} from './bookings.js';
import { breaksWithoutEffect, duplicateBreaks } from './breaks.js';
import { oddWindows } from './daylight.js';
import { type Finding, finding, sortedFindings } from './finding.js';
import { clampedPeriods, collapsedGrids, strandedTime } from './periods.js';
import { durationConflicts, emptySchedules, insuranceConflicts } from './schedules.js';
import { servicesNeverBookable } from './services.js';

const KINDS: readonly ((facts: DetailedCalendar) => readonly Finding[])[] = [
  bookingOverlaps,
  bookingsOnBreaks,
  bookingsOfUnknownServices,
  bookingsOutsideAvailability,
  bookingsOffGrid,
  bookingsOfOtherDurations,
  emptySchedules,
  durationConflicts,
  insuranceConflicts,
  servicesNeverBookable,
  collapsedGrids,
  strandedTime,
  clampedPeriods,
  duplicateBreaks,
  breaksWithoutEffect,
  oddWindows,
];

/** The findings about one calendar by itself, sorted by start, code and ids. */
export function calendarFindings(facts: DetailedCalendar, requested: Horizon): readonly Finding[] {
  const clipped = clippedHorizon(facts, requested);
  if (facts.dates.length === 0) return clipped;
  return sortedFindings([...clipped, ...KINDS.flatMap((kind) => kind(facts))]);
}

/** horizon-clipped: the requested horizon was cut by the 12-week limit. */
function clippedHorizon(
  { calendar, zone, span }: DetailedCalendar,
  requested: Horizon,
): readonly Finding[] {
  const end = zone.startOf(plus(requested.through, 1));
  if (end <= span.end) return [];
  const last = formatDate(requested.through);
  const message = `The dates through ${last} were cut: Docplanner takes slots for 84 days from now at most; ask again later for the rest.`;
  return [finding('horizon-clipped', calendar.id, { start: span.end, end }, [], message)];
}
