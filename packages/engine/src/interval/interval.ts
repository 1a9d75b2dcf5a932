/** A half-open range [start, end), in minutes wherever the engine uses one; never empty, never reversed. */
export interface Interval<T extends number> {
  /** The first minute that is in it. */
  readonly start: T;
  /** The first minute after it. */
  readonly end: T;
}

/**
 * True if two intervals share at least one minute; touching ones do not.
 *
 * Law: `overlaps(a, b)` is `overlaps(b, a)`.
 *
 * @example
 * overlaps({ start: 0, end: 30 }, { start: 29, end: 60 }) // => true
 * overlaps({ start: 0, end: 30 }, { start: 30, end: 60 }) // => false
 */
export function overlaps<T extends number>(a: Interval<T>, b: Interval<T>): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * What two intervals share; `undefined` if that is nothing.
 *
 * @example
 * intersect({ start: 0, end: 30 }, { start: 20, end: 60 }) // => { start: 20, end: 30 }
 * intersect({ start: 0, end: 30 }, { start: 30, end: 60 }) // => undefined
 */
export function intersect<T extends number>(
  a: Interval<T>,
  b: Interval<T>,
): Interval<T> | undefined {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start < end ? { start, end } : undefined;
}

/**
 * True if `inner` lies wholly inside `outer`; an interval encloses itself.
 *
 * @example
 * encloses({ start: 0, end: 30 }, { start: 10, end: 30 }) // => true
 * encloses({ start: 0, end: 30 }, { start: 10, end: 31 }) // => false
 */
export function encloses<T extends number>(outer: Interval<T>, inner: Interval<T>): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Compares intervals for `sort`: by start, then by end.
 *
 * @example
 * [{ start: 5, end: 9 }, { start: 0, end: 30 }, { start: 0, end: 10 }].sort(byStart)
 * // => [{ start: 0, end: 10 }, { start: 0, end: 30 }, { start: 5, end: 9 }]
 */
export function byStart<T extends number>(a: Interval<T>, b: Interval<T>): number {
  return a.start - b.start || a.end - b.end;
}
