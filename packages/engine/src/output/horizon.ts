import { formatDate } from '../time/date.js';
import type { Horizon } from '../time/horizon.js';

/** A horizon as the JSON outputs have it. */
export interface HorizonOutput {
  /** The first date, `2026-10-05`. */
  readonly from: string;
  /** The last date, included. */
  readonly through: string;
}

export function horizonOutput({ from, through }: Horizon): HorizonOutput {
  return { from: formatDate(from), through: formatDate(through) };
}
