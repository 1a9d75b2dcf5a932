import { bootOfMachine } from './machine.js';

/** The wall clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
}

/**
 * A clock that nobody can set, for how much time has passed. Its times can be compared in all processes that say
 * the same `boot`, and in no others.
 */
export interface Uptime {
  /** Milliseconds since some time. */
  readonly now: () => number;
  /** Names what it counts from: the start of a machine. */
  readonly boot: string;
}

/** Everything that the client takes from its surroundings, so that tests need no real time and no network. */
export interface Ports {
  /** As the global one. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** What time it is: read once, and counted on from there by `uptime`. */
  readonly clock: Clock;
  /** For limits, waits and how long ago something was sent. */
  readonly uptime: Uptime;
  /** Resolves after `ms` milliseconds, earlier when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Calls `fire` after `ms` milliseconds unless the function that it returns is called first. */
  readonly timer: (ms: number, fire: () => void) => () => void;
}

/**
 * The time as it was when this was called, and as much more as has passed since: it never jumps when somebody
 * sets the machine's clock, so that no wait ends early or never.
 */
export function steadyClock({ clock, uptime }: Pick<Ports, 'clock' | 'uptime'>): Clock {
  const [start, began] = [clock.now(), uptime.now()];
  return { now: () => start + uptime.now() - began };
}

/** The longest wait that a timer takes; anything longer would end at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** The ports of a running process: global fetch and timers, the system clock, Math.random. */
export const systemPorts: Ports = {
  fetch: (url, init) => fetch(url, init),
  clock: { now: () => Date.now() },
  uptime: { now: () => Number(process.hrtime.bigint() / 1_000_000n), boot: bootOfMachine() },
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timeout);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timeout = setTimeout(end, Math.min(ms, MAX_TIMER_MS));
      signal.addEventListener('abort', end);
    }),
  random: () => Math.random(),
  timer: (ms, fire) => {
    const timeout = setTimeout(fire, ms);
    return () => clearTimeout(timeout);
  },
};
