import type { PlacedBreak } from './knownBreaks.js';
import { breakKey, type WantedBreak, type WantedBreaks } from './wantedBreaks.js';

export interface BreakMove {
  readonly from: PlacedBreak;
  readonly to: WantedBreak;
}

export interface BreakMatches {
  readonly missing: readonly WantedBreak[];
  readonly moved: readonly BreakMove[];
  readonly stale: readonly PlacedBreak[];
}

/**
 * Tells what happens to the known breaks of a horizon. One with the time and the description of a wanted
 * break stays; of the others each becomes the wanted break of the same source and description that is
 * nearest in time; what is left of them is stale, and what is left of the needed breaks is missing.
 *
 * Law: doing any part of what it tells, and matching again, tells the rest.
 */
export function matchBreaks(
  { needed, keptIfKnown }: WantedBreaks,
  known: readonly PlacedBreak[],
): BreakMatches {
  const open = new Set(known);
  const missing = new Set(unmet(needed, open));
  const kept = new Set(unmet(keptIfKnown, open));
  const moved = [...nearestPairs(missing, open), ...nearestPairs(kept, open)];
  return { missing: [...missing], moved, stale: [...open] };
}

/** The wanted breaks that do not exist; takes the known ones that are wanted out of `open`. */
function unmet(wanted: readonly WantedBreak[], open: Set<PlacedBreak>): readonly WantedBreak[] {
  const byKey = new Map<string, PlacedBreak>();
  for (const each of open) {
    const key = breakKey(each.time, each.known.description);
    if (!byKey.has(key)) byKey.set(key, each);
  }
  return wanted.filter(({ time, body }) => {
    const found = byKey.get(breakKey(time, body.description));
    return found === undefined || !open.delete(found);
  });
}

/** Pairs the nearest first, and takes what it pairs out of both sets. */
function nearestPairs(wanted: Set<WantedBreak>, open: Set<PlacedBreak>): readonly BreakMove[] {
  const bySource = new Map<string, PlacedBreak[]>();
  for (const each of open) {
    const { source, description } = each.known;
    const key = JSON.stringify([source, description]);
    const same = bySource.get(key);
    if (same === undefined) bySource.set(key, [each]);
    else same.push(each);
  }
  const pairs = [...wanted].flatMap((to) =>
    (bySource.get(JSON.stringify([to.source, to.body.description])) ?? []).map((from) => ({
      from,
      to,
    })),
  );
  // The sort is stable, and both sets are sorted by time.
  pairs.sort((a, b) => distance(a) - distance(b));
  return pairs.filter(({ from, to }) => {
    if (!open.has(from) || !wanted.has(to)) return false;
    wanted.delete(to);
    return open.delete(from);
  });
}

/** Minutes by which both ends move. */
function distance({ from, to }: BreakMove): number {
  return Math.abs(from.time.start - to.time.start) + Math.abs(from.time.end - to.time.end);
}
