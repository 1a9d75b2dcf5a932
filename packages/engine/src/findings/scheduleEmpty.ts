import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { type Finding, finding } from './finding.js';

/**
 * schedule-empty: a schedule has no occurrence in the horizon. One that an override replaces is one, and
 * one of which a clock change leaves nothing.
 */
export function emptySchedules({
  calendar,
  span,
  placedWindows,
}: DetailedCalendar): readonly Finding[] {
  // Schedules are ranked as they are listed, before all overrides.
  const occurring = new Set(
    placedWindows
      .filter(({ start, end }) => start >= end || end > span.start)
      .map(({ template }) => template.rank),
  );
  return calendar.schedules.flatMap(({ id }, rank) => {
    if (occurring.has(rank)) return [];
    const message = `Schedule ${id} has no occurrence in these dates: check its rule, or remove it if it is over.`;
    return [finding('schedule-empty', calendar.id, span, [id], message)];
  });
}
