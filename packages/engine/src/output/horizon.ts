import { formatDate } from '../time/date.js';
import type { Horizon } from '../time/horizon.js';

/** A horizon as the JSON outputs have it. */
export interface HorizonOutput {
  readonly from: string;
  readonly through: string;
}

export function horizonOutput({ from, through }: Horizon): HorizonOutput {
  return { from: formatDate(from), through: formatDate(through) };
}
