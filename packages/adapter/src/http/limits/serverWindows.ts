import type { Observed } from './rateLimiter.js';

/** The server's own count, as far as its headers have told. */
export interface ServerWindows {
  readonly observe: (observed: Observed) => void;
  /** The earliest time at which the server takes one more call, with so many on their way. */
  readonly nextAt: (now: number, onTheirWay: number) => number;
}

interface Count {
  readonly used: number;
  readonly resetAt: number;
}

/** Two reset times of one window differ by what rounding to seconds and the way of the answer add. */
const SAME_RESET_MS = 2_000;

/**
 * Keeps, for each limit that headers named, the highest count of its current window. That count plus the calls
 * still on their way is never less than the server's count of our calls, in whatever order answers come, and
 * equal to it once all are answered.
 */
export function serverWindows(): ServerWindows {
  const counts = new Map<number, Count>();
  let closedUntil = Number.NEGATIVE_INFINITY;
  return {
    observe: ({ window, closedUntil: until }) => {
      if (until !== undefined) closedUntil = Math.max(closedUntil, until);
      if (window === undefined) return;
      const { limit, remaining, resetAt } = window;
      counts.set(limit, merge(counts.get(limit), { used: limit - remaining, resetAt }));
    },
    nextAt: (now, onTheirWay) => {
      let at = closedUntil;
      for (const [limit, { used, resetAt }] of counts) {
        if (resetAt <= now) counts.delete(limit);
        else if (used + onTheirWay >= limit) at = Math.max(at, resetAt);
      }
      return at;
    },
  };
}

function merge(known: Count | undefined, told: Count): Count {
  if (known === undefined || told.resetAt > known.resetAt + SAME_RESET_MS) return told;
  if (told.resetAt < known.resetAt - SAME_RESET_MS) return known;
  return { used: Math.max(known.used, told.used), resetAt: Math.max(known.resetAt, told.resetAt) };
}
