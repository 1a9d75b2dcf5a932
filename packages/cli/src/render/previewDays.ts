import type { Blocked, ComputedCalendar, DateSpan, Slot, WorkPeriod } from '@slotwright/engine';
import type { Style } from '../io.js';

/** How a preview is drawn. */
export interface PreviewLook {
  readonly width: number;
  readonly style: Style;
  /** Whether the starts of each service are also listed below each day. */
  readonly starts: 'listed' | 'drawn';
}

/** What a date of a calendar has to show. */
export interface PreviewDay {
  readonly span: DateSpan;
  readonly periods: readonly WorkPeriod[];
  readonly slots: readonly Slot[];
  readonly blocked: readonly Blocked[];
}

/** The dates of a calendar with what lies on them; what crosses midnight lies on both dates. */
export function previewDays(result: ComputedCalendar): readonly PreviewDay[] {
  let nextPeriod = 0;
  let nextSlot = 0;
  return result.dates.map((span) => {
    const firstPeriod = nextPeriod;
    while ((result.basePeriods[nextPeriod]?.start ?? Number.POSITIVE_INFINITY) < span.end) {
      nextPeriod += 1;
    }
    const firstSlot = nextSlot;
    while ((result.slots[nextSlot]?.start ?? Number.POSITIVE_INFINITY) < span.end) nextSlot += 1;
    return {
      span,
      periods: result.basePeriods.slice(firstPeriod, nextPeriod),
      slots: result.slots.slice(firstSlot, nextSlot),
      blocked: result.blocked.filter(({ start, end }) => start < span.end && end > span.start),
    };
  });
}
