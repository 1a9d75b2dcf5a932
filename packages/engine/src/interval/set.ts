import { encloses, type Interval, intersect } from './interval.js';
import { sortedByStart } from './sort.js';

declare const normalised: unique symbol;

/** A set of minutes as intervals: sorted, none empty, no two that overlap or touch, all bounds finite. */
export type IntervalSet<T extends number> = readonly Interval<T>[] & {
  readonly [normalised]: true;
};

/** A set that grows at its end. */
export interface GrowingSet<T extends number> {
  /** Adds the minutes from `start` to `end`, if any; `start` is not before that of the last call. */
  readonly add: (start: T, end: T) => void;
  readonly set: IntervalSet<T>;
}

/** The only maker of sets: skips what is empty and merges what touches. */
export function growingSet<T extends number>(): GrowingSet<T> {
  const members: { start: T; end: T }[] = [];
  let last: { start: T; end: T } | undefined;
  return {
    add: (start, end) => {
      if (start >= end) return;
      if (last !== undefined && start <= last.end) {
        if (end > last.end) last.end = end;
      } else {
        last = { start, end };
        members.push(last);
      }
    },
    set: members as readonly Interval<T>[] as IntervalSet<T>,
  };
}

/** Every minute that is in at least one of the intervals, which are sorted by start. */
export function unionOfSorted<T extends number>(sorted: readonly Interval<T>[]): IntervalSet<T> {
  const { add, set } = growingSet<T>();
  for (const { start, end } of sorted) add(start, end);
  return set;
}

/**
 * Everything that is in at least one of the intervals, which may come in any order and may have
 * fractions. Empty and reversed ones have no minutes, nor has one with a bound that is NaN or infinite.
 * The public way to make a set.
 *
 * Law: the result is sorted, and no two members overlap or touch.
 *
 * @example
 * union([{ start: 30, end: 60 }, { start: 0, end: 30 }, { start: 90, end: 90 }])
 * // => [{ start: 0, end: 60 }]
 * union([{ start: 0, end: Infinity }, { start: NaN, end: 30 }]) // => []
 */
export function union<T extends number>(intervals: readonly Interval<T>[]): IntervalSet<T> {
  const finite = intervals.every(hasFiniteBounds) ? intervals : intervals.filter(hasFiniteBounds);
  return unionOfSorted(sortedByStart(finite));
}

function hasFiniteBounds({ start, end }: Interval<number>): boolean {
  return Number.isFinite(start) && Number.isFinite(end);
}

/**
 * The minutes of `from` that are not in `taken`.
 *
 * Law: what is left and what was taken share no minute, and together they cover `from`.
 *
 * @example
 * subtract(union([{ start: 0, end: 60 }]), union([{ start: 20, end: 30 }]))
 * // => [{ start: 0, end: 20 }, { start: 30, end: 60 }]
 */
export function subtract<T extends number>(
  from: IntervalSet<T>,
  taken: IntervalSet<T>,
): IntervalSet<T> {
  const { add, set } = growingSet<T>();
  let next = 0;
  for (const { start, end } of from) {
    let open = start;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= open) next += 1;
    for (let at = next; ; at += 1) {
      const cut = taken[at];
      if (cut === undefined || cut.start >= end) break;
      add(open, cut.start);
      if (cut.end > open) open = cut.end;
    }
    add(open, end);
  }
  return set;
}

/**
 * The minutes of `set` that lie within `bounds`; an infinite bound cuts nothing off.
 *
 * @example
 * clip(union([{ start: 0, end: 20 }, { start: 30, end: 60 }]), { start: 10, end: 40 })
 * // => [{ start: 10, end: 20 }, { start: 30, end: 40 }]
 */
export function clip<T extends number>(set: IntervalSet<T>, bounds: Interval<T>): IntervalSet<T> {
  return unionOfSorted(
    set.flatMap((member) => {
      const shared = intersect(member, bounds);
      return shared === undefined ? [] : [shared];
    }),
  );
}

/**
 * The minutes of `bounds` that are not in `set`; none if a bound is NaN or infinite.
 *
 * Law: doing it twice gives `clip(set, bounds)`.
 *
 * @example
 * complementWithin(union([{ start: 20, end: 30 }]), { start: 0, end: 60 })
 * // => [{ start: 0, end: 20 }, { start: 30, end: 60 }]
 */
export function complementWithin<T extends number>(
  set: IntervalSet<T>,
  bounds: Interval<T>,
): IntervalSet<T> {
  return subtract(union([bounds]), set);
}

/** The place of the first of sorted intervals, none overlapping another, that ends after `point`. */
function placeEndingAfter<T extends number>(sorted: readonly Interval<T>[], point: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? point) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first of sorted intervals, none overlapping another, that ends after `point`. */
export function firstEndingAfter<T extends number, I extends Interval<T>>(
  sorted: readonly I[],
  point: T,
): I | undefined {
  return sorted[placeEndingAfter(sorted, point)];
}

/** Those of sorted intervals, none overlapping another, that share a minute with `bounds`; not clipped. */
export function meeting<T extends number, I extends Interval<T>>(
  sorted: readonly I[],
  bounds: Interval<T>,
): readonly I[] {
  const first = placeEndingAfter(sorted, bounds.start);
  let next = first;
  while ((sorted[next]?.start ?? bounds.end) < bounds.end) next += 1;
  return sorted.slice(first, next);
}

/**
 * True if every minute of `interval` is in `set`.
 *
 * @example
 * covers(union([{ start: 0, end: 30 }, { start: 30, end: 60 }]), { start: 20, end: 40 }) // => true
 */
export function covers<T extends number>(set: IntervalSet<T>, interval: Interval<T>): boolean {
  const candidate = firstEndingAfter(set, interval.start);
  return candidate !== undefined && encloses(candidate, interval);
}

/** The same as `meets` of the intervals, asked in the order of their starts. */
export function meetsInOrder<T extends number>(
  sorted: readonly Interval<T>[],
): (interval: Interval<T>) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return (sorted[next]?.start ?? Number.POSITIVE_INFINITY) < end;
  };
}

/** True if `interval` shares a minute with one of sorted intervals, none overlapping another. */
export function meets<T extends number>(
  sorted: readonly Interval<T>[],
  interval: Interval<T>,
): boolean {
  const candidate = firstEndingAfter(sorted, interval.start);
  return candidate !== undefined && candidate.start < interval.end;
}
