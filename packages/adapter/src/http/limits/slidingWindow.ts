/** At most `limit` requests arrive in any stretch of `lengthMs` milliseconds. */
export interface SlidingWindow {
  /** The earliest time at which one more may be sent, with so many under way. */
  readonly nextAt: (now: number, underWay: number) => number;
  /** A request was answered. */
  readonly answered: (at: number) => void;
}

/**
 * Counts requests that are under way, and those that were answered less than `lengthMs` ago.
 *
 * Law: where every request is sent at `nextAt()` or later and arrives before it is answered, no half-open
 * stretch of `lengthMs` holds the arrivals of more than `limit`. Proof: of more than `limit` arrivals take the
 * one that was sent last. When it was sent, the others were under way, or answered after the stretch began.
 */
export function slidingWindow(limit: number, lengthMs: number): SlidingWindow {
  /** In order. */
  const answers: number[] = [];
  return {
    nextAt: (now, underWay) => {
      while (answers[0] !== undefined && answers[0] + lengthMs <= now) answers.shift();
      if (underWay + answers.length < limit) return Number.NEGATIVE_INFINITY;
      // Where none is answered yet, none can leave earlier than a window from now.
      return (answers[0] ?? now) + lengthMs;
    },
    answered: (at) => {
      answers.push(at);
    },
  };
}
