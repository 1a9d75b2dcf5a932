import type { CallLimit } from '../../http/limits/memoryLimiter.js';

/**
 * When the last of some calls can be sent at the earliest, in milliseconds from now, if no limit may be
 * exceeded. `sent` are the times of calls that were sent already, in order.
 *
 * @example
 * earliestEnd(41, [], [{ calls: 40, perMs: 60_000 }], 0) // => 60_000
 */
export function earliestEnd(
  calls: number,
  sent: readonly number[],
  limits: readonly CallLimit[],
  now: number,
): number {
  if (calls < 1) return 0;
  return Math.max(
    0,
    ...limits.map(({ calls: most, perMs }) => {
      // The call takes the place of the one that was sent `most` calls before it, whole windows later.
      const windows = Math.floor((calls - 1) / most);
      const place = sent.length - most + ((calls - 1) % most);
      const free = place < 0 ? now : Math.max(now, (sent[place] ?? now - perMs) + perMs);
      return free + windows * perMs - now;
    }),
  );
}
