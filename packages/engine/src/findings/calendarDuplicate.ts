import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { addressKey } from '../document/address.js';
import { groupBy } from '../grouping/groupBy.js';
import { type Finding, finding } from './finding.js';

/**
 * calendar-duplicate: calendars of a doctor are the same facility, doctor and address; told under the first
 * of them for each further one. Those that nobody asked for come after the `asked` ones.
 */
export function duplicateCalendars(
  calendars: readonly DetailedCalendar[],
  asked: number,
): readonly Finding[] {
  const isAsked = new Set(calendars.slice(0, asked));
  const groups = groupBy(calendars, ({ calendar }) => addressKey(calendar));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || !isAsked.has(first)) return [];
    const { calendar, span } = first;
    return others.map((other) => {
      const ids = [calendar.id, other.calendar.id];
      const message = `Calendars ${ids.join(' and ')} are the same facility, doctor and address, so each would overwrite the other at Docplanner: make them one calendar.`;
      return finding('calendar-duplicate', calendar.id, span, ids, message);
    });
  });
}
