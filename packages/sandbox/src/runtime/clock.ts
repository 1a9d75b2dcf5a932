import type { EpochMs } from '../time/zone.js';

/** The sandbox's time: the clock it was given, plus what it was advanced by. */
export interface SandboxClock {
  now(): EpochMs;
  /** Goes forward by so many milliseconds. */
  advance(ms: number): void;
}

export function createClock(now: () => EpochMs): SandboxClock {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    advance(ms) {
      ahead += Math.max(0, ms);
    },
  };
}
