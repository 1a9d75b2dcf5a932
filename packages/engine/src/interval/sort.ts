import type { Interval } from './interval.js';

/** More than any list has members; a start times this stays an exact integer. */
const PLACES = 2 ** 25;

/**
 * Intervals by start; equal starts in the order in which they came. Packs start and place into one
 * number each, because numbers sort several times faster than objects.
 */
export function sortedByStart<I extends Interval<number>>(items: readonly I[]): readonly I[] {
  if (isSorted(items)) return items;
  const keys = new Float64Array(items.length);
  items.forEach(({ start }, place) => {
    keys[place] = start * PLACES + place;
  });
  const sorted: I[] = [];
  keys.sort().forEach((key) => {
    const item = items[key - Math.floor(key / PLACES) * PLACES];
    if (item !== undefined) sorted.push(item);
  });
  return sorted;
}

function isSorted(items: readonly Interval<number>[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { start } of items) {
    if (start < last) return false;
    last = start;
  }
  return true;
}
