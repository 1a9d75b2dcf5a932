import type { FaultQueue } from '../faults/fault-queue.js';
import type { Limiter } from '../limits/limiter.js';
import type { RequestLog } from '../log/request-log.js';
import type { TokenGrant } from '../oauth/token-endpoint.js';
import type { ResolvedOptions } from '../options/options.js';
import { settle } from '../state/slot-edits.js';
import type { World } from '../state/world.js';
import type { SandboxClock } from './clock.js';

/** Everything that changes while a sandbox runs, in one place. */
export interface Desk {
  readonly options: ResolvedOptions;
  readonly clock: SandboxClock;
  readonly grant: TokenGrant;
  readonly limiter: Limiter;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  /** The state as it is now: processing that is due by now has been done. */
  world(): World;
  keep(world: World): void;
}

/** Holds the one reference to the current world. */
export function createDesk(parts: Omit<Desk, 'world' | 'keep'>, initial: World): Desk {
  let current = initial;
  return {
    ...parts,
    world() {
      const { duplicateWindowMs } = parts.options.behaviour;
      current = settle(current, parts.clock.now(), duplicateWindowMs);
      return current;
    },
    keep(world) {
      current = world;
    },
  };
}
