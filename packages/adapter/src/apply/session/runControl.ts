import type { Ending } from '../report/ending.js';

/** Whether a run of apply goes on. */
export interface RunControl {
  /** Why nothing more may be sent; undefined while it may. */
  readonly ending: () => Ending | undefined;
  /** The same for a write call, which takes one of those that are allowed. */
  readonly beforeWrite: () => Ending | undefined;
  /** The first reason stands. */
  readonly stop: (ending: Ending) => void;
  /** Whether a calendar was reached: too many in a row that were not end the run. */
  readonly reached: (outcome: 'reached' | 'unreachable') => void;
}

const MAX_UNREACHABLE_IN_A_ROW = 3;

export function runControl(signal: AbortSignal, maxWrites: number): RunControl {
  let ended: Ending | undefined;
  let writes = 0;
  let unreachable = 0;
  const stop = (ending: Ending): void => {
    ended ??= ending;
  };
  const ending = (): Ending | undefined => {
    if (signal.aborted) stop({ type: 'interrupted' });
    return ended;
  };
  return {
    ending,
    stop,
    beforeWrite: () => {
      if (ending() === undefined && writes >= maxWrites) stop({ type: 'max-writes' });
      if (ended === undefined) writes += 1;
      return ended;
    },
    reached: (outcome) => {
      unreachable = outcome === 'reached' ? 0 : unreachable + 1;
      if (unreachable >= MAX_UNREACHABLE_IN_A_ROW) stop({ type: 'unreachable' });
    },
  };
}
