import { meets } from '../interval/set.js';
import type { Blocked } from './blocked.js';
import type { WorkPeriod } from './configuration.js';

/**
 * The blocked times for the breaks endpoint: those that are published as breaks and overlap some work
 * period, whole, even where they reach beyond the horizon. Sorted by start, then description.
 */
export function breaksToSend(
  blocked: readonly Blocked[],
  published: readonly WorkPeriod[],
): readonly Blocked[] {
  return blocked
    .filter((time) => time.publish === 'break' && meets(published, time))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.description < b.description ? -1 : 1));
}
