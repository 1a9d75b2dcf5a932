import type { Interval } from './interval.js';

/** Intervals by start; equal starts in the order in which they came. No start is NaN. */
export function sortedByStart<I extends Interval<number>>(items: readonly I[]): readonly I[] {
  if (isSorted(items)) return items;
  const sorted: I[] = [];
  visitByStart(
    items.map(({ start }) => start),
    (place) => {
      const item = items[place];
      if (item !== undefined) sorted.push(item);
    },
  );
  return sorted;
}

/** Two lists that are sorted by start, as one; of equal starts those of the first list come first. */
export function mergedByStart<I extends Interval<number>>(
  one: readonly I[],
  other: readonly I[],
): readonly I[] {
  if (other.length === 0) return one;
  const merged: I[] = [];
  let next = 0;
  for (const item of other) {
    for (; (one[next]?.start ?? Number.POSITIVE_INFINITY) <= item.start; next += 1) {
      const before = one[next];
      if (before !== undefined) merged.push(before);
    }
    merged.push(item);
  }
  for (; next < one.length; next += 1) {
    const after = one[next];
    if (after !== undefined) merged.push(after);
  }
  return merged;
}

/** Calls `visit` with the place of each start, by start; equal ones in the order of their places. */
export function visitByStart(starts: readonly number[], visit: (place: number) => void): void {
  const keys = packedKeys(starts)?.sort();
  if (keys === undefined) {
    const entries = [...starts.entries()].sort(([, a], [, b]) => compareStarts(a, b));
    for (const [place] of entries) visit(place);
    return;
  }
  // The last bits of a key are the place, also those of one that is longer than 32 bits.
  const lastBits = placesFor(starts) - 1;
  for (let next = 0; next < keys.length; next += 1) visit((keys[next] ?? 0) & lastBits);
}

/** A power of two, so that packing is exact. */
function placesFor({ length }: readonly unknown[]): number {
  return 2 ** Math.ceil(Math.log2(length));
}

/**
 * Start, counted from the first one, and place packed into one number each, as numbers sort several times
 * faster than objects, and those of 32 bits twice as fast again. Undefined where that would not be exact: a
 * start is a fraction, or starts are too far apart for so many places.
 */
function packedKeys(starts: readonly number[]): Float64Array | Uint32Array | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const start of starts) {
    if (!Number.isSafeInteger(start)) return undefined;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  const places = placesFor(starts);
  const size = (last - first + 1) * places;
  if (size > Number.MAX_SAFE_INTEGER) return undefined;
  const keys = size <= 2 ** 32 ? new Uint32Array(starts.length) : new Float64Array(starts.length);
  let place = 0;
  for (const start of starts) {
    keys[place] = (start - first) * places + place;
    place += 1;
  }
  return keys;
}

function compareStarts(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isSorted(items: readonly Interval<number>[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { start } of items) {
    if (start < last) return false;
    last = start;
  }
  return true;
}
