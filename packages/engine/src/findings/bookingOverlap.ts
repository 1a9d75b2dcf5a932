import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { intersect } from '../interval/interval.js';
import { overlappingPairs, take } from '../interval/pairs.js';
import { sortedByStart } from '../interval/sort.js';
import { type Finding, finding, MAX_PAIRS, timeText } from './finding.js';

/** booking-overlap: two active bookings of one calendar overlap, their buffers aside. */
export function bookingOverlaps({ calendar, zone, visits }: DetailedCalendar): readonly Finding[] {
  return take(overlappingPairs(sortedByStart(visits)), MAX_PAIRS).flatMap(([first, second]) => {
    const shared = intersect(first, second);
    if (shared === undefined) return [];
    const ids = [first.id, second.id].sort();
    const message = `Bookings ${ids.join(' and ')} overlap at ${timeText(shared, zone)}: move or cancel one of them.`;
    return [finding('booking-overlap', calendar.id, shared, ids, message)];
  });
}
