import { type Blocked, breakDescription } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { take } from '../interval/pairs.js';
import { type Finding, finding, MAX_PAIRS, timeText } from './finding.js';

/** break-duplicate: two breaks for the endpoint with the same since, till and description. */
export function duplicateBreaks({
  calendar,
  zone,
  breaksToSend,
}: DetailedCalendar): readonly Finding[] {
  return take(sameBreaks(breaksToSend), MAX_PAIRS).map(([first, second]) => {
    const ids = [first.source.id, second.source.id].sort();
    const message = `Breaks ${ids.join(' and ')} would be the same break at Docplanner (${timeText(first, zone)}, same description), which refuses the second: remove one or describe them differently.`;
    return finding('break-duplicate', calendar.id, first, ids, message);
  });
}

/** They come in the order of all that makes them the same. */
function* sameBreaks(breaks: readonly Blocked[]): Generator<readonly [Blocked, Blocked]> {
  let same: Blocked[] = [];
  for (const second of breaks) {
    if (!isSame(second, same[0])) same = [];
    for (const first of same) yield [first, second];
    same.push(second);
  }
}

function isSame(a: Blocked, b: Blocked | undefined): boolean {
  if (a.start !== b?.start || a.end !== b.end) return false;
  return breakDescription(a) === breakDescription(b);
}
