import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { formatDate } from '../time/date.js';
import type { Horizon } from '../time/horizon.js';
import { plus } from '../time/units.js';
import { type Finding, finding } from './finding.js';

/** horizon-clipped: the requested horizon was cut by the 12-week limit. */
export function clippedHorizon(
  { calendar, zone, span }: DetailedCalendar,
  requested: Horizon,
): readonly Finding[] {
  const end = zone.startOf(plus(requested.through, 1));
  if (end <= span.end) return [];
  const last = formatDate(requested.through);
  const message = `The dates through ${last} were cut: Docplanner takes slots for 84 days from now at most; ask again later for the rest.`;
  return [finding('horizon-clipped', calendar.id, { start: span.end, end }, [], message)];
}
