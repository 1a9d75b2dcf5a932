/** The wall clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
}

/** Everything that the client takes from its surroundings, so that tests need no real time and no network. */
export interface Ports {
  /** As the global one. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** For tokens, limits and waits. */
  readonly clock: Clock;
  /** Resolves after `ms` milliseconds, earlier when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Calls `fire` after `ms` milliseconds unless the function that it returns is called first. */
  readonly timer: (ms: number, fire: () => void) => () => void;
}

/** The longest wait that a timer takes; anything longer would end at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** The ports of a running process: global fetch and timers, the system clock, Math.random. */
export const systemPorts: Ports = {
  fetch: (url, init) => fetch(url, init),
  clock: { now: () => Date.now() },
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
