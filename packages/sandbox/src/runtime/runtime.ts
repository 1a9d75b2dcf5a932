import type { FaultQueue } from '../faults/faultQueue.js';
import type { Limiter } from '../limits/limiter.js';
import type { RequestLog } from '../log/requestLog.js';
import type { TokenGrant } from '../oauth/tokenEndpoint.js';
import type { ResolvedOptions } from '../options/options.js';
import type { SandboxState } from '../state/sandboxState.js';
import { settle } from '../state/slotEdits.js';
import type { SandboxClock } from './clock.js';

/** Everything that changes while a sandbox runs, in one place. */
export interface SandboxRuntime {
  readonly options: ResolvedOptions;
  readonly clock: SandboxClock;
  readonly grant: TokenGrant;
  readonly limiter: Limiter;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  /** The state as it is now: processing that is due by now has been done. */
  state(): SandboxState;
  setState(state: SandboxState): void;
}

/** Holds the one reference to the current state. */
export function createRuntime(
  parts: Omit<SandboxRuntime, 'state' | 'setState'>,
  initial: SandboxState,
): SandboxRuntime {
  let current = initial;
  return {
    ...parts,
    state() {
      const { duplicateWindowMs } = parts.options.behaviour;
      current = settle(current, parts.clock.now(), duplicateWindowMs);
      return current;
    },
    setState(state) {
      current = state;
    },
  };
}
