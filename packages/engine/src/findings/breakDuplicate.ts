import type { Blocked } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { groupBy } from '../grouping/groupBy.js';
import { take } from '../interval/pairs.js';
import { type Finding, finding, MAX_PAIRS, timeText } from './finding.js';

/** break-duplicate: two breaks for the endpoint with the same since, till and description. */
export function duplicateBreaks({
  calendar,
  zone,
  breaksToSend,
}: DetailedCalendar): readonly Finding[] {
  return take(sameBreaks(breaksToSend), MAX_PAIRS).map(([first, second]) => {
    const ids = [first.id, second.id].sort();
    const message = `Breaks ${ids.join(' and ')} would be the same break at Docplanner (${timeText(first, zone)}, same description), which refuses the second: remove one or describe them differently.`;
    return finding('break-duplicate', calendar.id, first, ids, message);
  });
}

function* sameBreaks(breaks: readonly Blocked[]): Generator<readonly [Blocked, Blocked]> {
  const groups = groupBy(breaks, ({ start, end, description }) =>
    JSON.stringify([start, end, description]),
  );
  for (const same of groups.values()) {
    for (const [index, second] of same.entries()) {
      for (const first of same.slice(0, index)) yield [first, second];
    }
  }
}
