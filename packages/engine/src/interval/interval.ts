/** A half-open range [start, end); never empty, never reversed. */
export interface Interval<T extends number> {
  readonly start: T;
  readonly end: T;
}

/** True if two intervals share at least one minute; touching ones do not. */
export function overlaps<T extends number>(a: Interval<T>, b: Interval<T>): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What two intervals share, if anything. */
export function intersect<T extends number>(
  a: Interval<T>,
  b: Interval<T>,
): Interval<T> | undefined {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start < end ? { start, end } : undefined;
}

/** True if `inner` lies wholly inside `outer`. */
export function encloses<T extends number>(outer: Interval<T>, inner: Interval<T>): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function byStart<T extends number>(a: Interval<T>, b: Interval<T>): number {
  return a.start - b.start || a.end - b.end;
}
