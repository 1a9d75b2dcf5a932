import { byStart, type Interval } from './interval.js';

/** Every two intervals of one list that overlap, the earlier first; the list is sorted by start. */
export function* overlappingPairs<I extends Interval<number>>(
  sorted: readonly I[],
): Generator<readonly [I, I]> {
  let open: I[] = [];
  let latestEnd = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    if (item.start >= latestEnd) {
      open = [item];
    } else {
      open = open.filter(({ end }) => end > item.start);
      for (const earlier of open) yield [earlier, item];
      open.push(item);
    }
    latestEnd = Math.max(latestEnd, item.end);
  }
}

/** An interval and the group that it belongs to. */
export interface Grouped<I, G> {
  readonly interval: I;
  readonly group: G;
}

/**
 * Every two intervals of different groups that overlap, the earlier first; `isWanted` leaves out pairs of
 * groups. Costs no more than sorting and the pairs it yields, however much overlaps inside a group.
 */
export function* overlappingAcross<I extends Interval<number>, G>(
  items: readonly Grouped<I, G>[],
  isWanted: (one: G, other: G) => boolean = () => true,
): Generator<readonly [Grouped<I, G>, Grouped<I, G>]> {
  const openByGroup = new Map<G, Grouped<I, G>[]>();
  const latestEnds = new Map<G, number>();
  const sorted = [...items].sort((a, b) => byStart(a.interval, b.interval));
  for (const item of sorted) {
    for (const [group, list] of openByGroup) {
      if (group === item.group) continue;
      if ((latestEnds.get(group) ?? 0) <= item.interval.start) openByGroup.delete(group);
      if (!isWanted(group, item.group)) continue;
      const open = list.filter(({ interval }) => interval.end > item.interval.start);
      if (open.length === 0) openByGroup.delete(group);
      else openByGroup.set(group, open);
      for (const earlier of open) yield [earlier, item];
    }
    const own = openByGroup.get(item.group);
    if (own === undefined) openByGroup.set(item.group, [item]);
    else own.push(item);
    latestEnds.set(
      item.group,
      Math.max(item.interval.end, latestEnds.get(item.group) ?? item.interval.end),
    );
  }
}

/** The first `limit` values of an iterable. */
export function take<T>(values: Iterable<T>, limit: number): readonly T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length === limit) break;
    taken.push(value);
  }
  return taken;
}
