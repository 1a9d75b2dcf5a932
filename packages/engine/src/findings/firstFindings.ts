import type { Interval } from '../interval/interval.js';
import { sortedByStart } from '../interval/sort.js';
import type { Instant } from '../time/units.js';
import { type Finding, MAX_FINDINGS, sortedFindings } from './finding.js';

/**
 * The findings of one kind about things of which each comes once; if they are too many, only the first in
 * their order: the last of them says how many more there are.
 */
export function firstFindings<T extends Interval<Instant>>(
  things: readonly T[],
  findingOf: (thing: T) => Finding,
): readonly Finding[] {
  if (things.length <= MAX_FINDINGS) return things.map(findingOf);
  const latest = sortedByStart(things)[MAX_FINDINGS - 1]?.start ?? Number.POSITIVE_INFINITY;
  const candidates = things.filter(({ start }) => start <= latest).map(findingOf);
  const told = sortedFindings(candidates).slice(0, MAX_FINDINGS);
  return told.map((each, index) =>
    index < told.length - 1 ? each : withRest(each, things.length - told.length),
  );
}

/** Said within the one sentence that a message is. */
function withRest(last: Finding, more: number): Finding {
  const rest = more === 1 ? '1 more like it is' : `${more} more like it are`;
  return { ...last, message: `${last.message.slice(0, -1)}; ${rest} not listed.` };
}
