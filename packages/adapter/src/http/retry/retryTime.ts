import { resetTime, retryAfterTime } from './serverTime.js';

/** The upper bound of the first wait; it doubles with every failure. */
const FIRST_MS = 1_000;
const MAX_MS = 20_000;

/** Full jitter: anything from nothing to the bound after so many failures (1 is the first), in milliseconds. */
export function fullJitter(failures: number, random: number): number {
  return Math.floor(random * Math.min(MAX_MS, FIRST_MS * 2 ** (failures - 1)));
}

/** The least wait after a 429, so that a header that lies cannot make us hammer. */
const LEAST_MS = 1_000;

/**
 * When to try again after the `refusals`th 429 of a call (1 is the first), in milliseconds since the epoch:
 * what Retry-After says, else the end of the window that is used up, else a growing wait with jitter. A 429
 * with calls remaining is not the limiter's: an equal replaceSlots is still being processed.
 */
export function retryTime(headers: Headers, now: number, refusals: number, random: number): number {
  const usedUp = !(Number(headers.get('x-ratelimit-remaining') ?? '0') > 0);
  const named = retryAfterTime(headers, now) ?? (usedUp ? resetTime(headers, now) : undefined);
  const jittered = now + LEAST_MS + fullJitter(refusals, random);
  return named === undefined ? jittered : Math.max(named, now + LEAST_MS);
}
