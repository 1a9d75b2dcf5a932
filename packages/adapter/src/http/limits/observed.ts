import { resetTime, retryAfterTime } from '../retry/serverTime.js';
import type { Observed } from './rateLimiter.js';

/** What a call that got no answer tells about limits. */
export const NOTHING_OBSERVED: Observed = { window: undefined, closedUntil: undefined };

const COUNT = /^\d{1,9}$/;

/** What the headers of an answer tell about limits (Docplanner API, section 13). */
export function observedIn(status: number, headers: Headers, now: number): Observed {
  const limit = countIn(headers, 'x-ratelimit-limit');
  const remaining = countIn(headers, 'x-ratelimit-remaining');
  const resetAt = resetTime(headers, now);
  return {
    window:
      limit === undefined || remaining === undefined || resetAt === undefined
        ? undefined
        : { limit, remaining, resetAt },
    closedUntil: status === 429 ? retryAfterTime(headers, now) : undefined,
  };
}

function countIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name) ?? '';
  return COUNT.test(text) ? Number(text) : undefined;
}
