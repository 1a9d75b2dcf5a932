import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { Horizon } from '../time/horizon.js';
import { bookingsOfOtherDurations } from './bookingDurationMismatch.js';
import { bookingsOffGrid } from './bookingOffGrid.js';
import { bookingsOnBreaks } from './bookingOnBreak.js';
import { bookingsOutsideAvailability } from './bookingOutsideAvailability.js';
import { bookingOverlaps } from './bookingOverlap.js';
import { bookingsOfUnknownServices } from './bookingUnknownService.js';
import { duplicateBreaks } from './breakDuplicate.js';
import { breaksWithoutEffect } from './breakWithoutEffect.js';
import { clockChanges } from './clockChange.js';
import { exdatesWithoutEffect, startsNotInRule } from './datesWithoutEffect.js';
import type { Finding } from './finding.js';
import { collapsedGrids } from './gridCollapse.js';
import { shiftedGrids } from './gridShifted.js';
import { clippedHorizon } from './horizonClipped.js';
import { shortenedPeriods } from './midnight.js';
import { overridesNotClosed } from './overrideNotClosed.js';
import { durationConflicts, insuranceConflicts } from './scheduleConflicts.js';
import { emptySchedules } from './scheduleEmpty.js';
import { servicesNeverBookable } from './serviceNeverBookable.js';
import { strandedTime } from './strandedTime.js';

const KINDS: readonly ((detailed: DetailedCalendar) => readonly Finding[])[] = [
  bookingOverlaps,
  bookingsOnBreaks,
  bookingsOfUnknownServices,
  bookingsOutsideAvailability,
  bookingsOffGrid,
  bookingsOfOtherDurations,
  emptySchedules,
  durationConflicts,
  insuranceConflicts,
  exdatesWithoutEffect,
  startsNotInRule,
  overridesNotClosed,
  servicesNeverBookable,
  collapsedGrids,
  shiftedGrids,
  strandedTime,
  shortenedPeriods,
  duplicateBreaks,
  breaksWithoutEffect,
  clockChanges,
];

/** The findings about one calendar by itself, in no order; of a horizon without dates only that it was cut. */
export function calendarFindings(
  detailed: DetailedCalendar,
  requested: Horizon,
): readonly Finding[] {
  const clipped = clippedHorizon(detailed, requested);
  if (detailed.dates.length === 0) return clipped;
  return [...clipped, ...KINDS.flatMap((kind) => kind(detailed))];
}
