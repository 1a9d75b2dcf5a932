/** Admits at most `limit` calls in any stretch of `lengthMs` milliseconds. */
export interface SlidingWindow {
  /** The earliest time at which one more call fits. */
  readonly nextAt: () => number;
  readonly enter: (at: number) => void;
}

/**
 * Remembers the last `limit` admissions in a ring: one more call fits `lengthMs` after the oldest of them.
 *
 * Law: where every call enters at `nextAt()` or later, no half-open stretch of `lengthMs` holds more than
 * `limit` of them.
 */
export function slidingWindow(limit: number, lengthMs: number): SlidingWindow {
  const ring: number[] = [];
  let oldest = 0;
  return {
    nextAt: () => (ring.length < limit ? Number.NEGATIVE_INFINITY : (ring[oldest] ?? 0) + lengthMs),
    enter: (at) => {
      ring[ring.length < limit ? ring.length : oldest] = at;
      if (ring.length === limit) oldest = (oldest + 1) % limit;
    },
  };
}
