import type { Blocked, ComputedCalendar, Instant } from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import { breakDescription } from '@slotwright/engine/plan';
import type { PlacedBreak } from '../apply/verify/remoteCalendar.js';

/** Breaks that only one side has. */
export interface BreakDifference {
  readonly missing: readonly Blocked[];
  readonly unknown: readonly PlacedBreak[];
}

/**
 * Compares breaks that are not over. One that is sent is there when time and description agree; a break of
 * the document that is carved, or known to Docplanner already, accounts for breaks at its time whatever they
 * are called. A break that is there twice is unknown the second time.
 */
export function breakDifference(
  { blocked, breaksToSend }: Pick<ComputedCalendar, 'blocked' | 'breaksToSend'>,
  remote: readonly PlacedBreak[],
  now: Instant,
): BreakDifference {
  const there = new Set(remote.map((each) => keyOf(each, each.remote.description ?? '')));
  const sent = new Set(
    blocked.flatMap((each) =>
      each.source.publish === 'break' ? [keyOf(each, breakDescription(each))] : [],
    ),
  );
  const otherwise = new Set(
    blocked.flatMap((each) =>
      each.kind === 'break' && each.source.publish !== 'break' ? [keyOf(each, '')] : [],
    ),
  );
  return {
    missing: breaksToSend.filter(
      (each) => each.end > now && !there.has(keyOf(each, breakDescription(each))),
    ),
    unknown: remote.filter(
      (each) =>
        !sent.delete(keyOf(each, each.remote.description ?? '')) && !otherwise.has(keyOf(each, '')),
    ),
  };
}

function keyOf({ start, end }: Interval<Instant>, description: string): string {
  return `${start} ${end} ${description}`;
}
