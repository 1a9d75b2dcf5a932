import type { Ports } from '../../src/http/options/ports.js';

/** Time that passes only when everybody waits for it. */
export interface VirtualTime extends Pick<Ports, 'clock' | 'uptime' | 'sleep'> {
  /** Keeps time standing until the promise settles: work outside, such as a request on a socket. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
  /** Sleeps that nobody has aborted, in milliseconds, in the order they were asked for. */
  readonly slept: readonly number[];
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** Moves to the next sleeper's time whenever the event loop has nothing left to do. */
export function virtualTime(start: number): VirtualTime {
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];
  let now = start;
  let working = 0;
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled || working > 0 || sleepers.size === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      if (working > 0) return;
      const next = [...sleepers].reduce<Sleeper | undefined>(
        (first, sleeper) => (first === undefined || sleeper.due < first.due ? sleeper : first),
        undefined,
      );
      if (next === undefined) return;
      now = Math.max(now, next.due);
      next.wake();
      schedule();
    });
  };

  return {
    clock: { now: () => now },
    uptime: { now: () => now, boot: 'virtual' },
    slept,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { due: now + ms, wake };
        sleepers.add(sleeper);
        slept.push(ms);
        signal.addEventListener('abort', wake);
        schedule();
      }),
    during: async (work) => {
      working += 1;
      try {
        return await work;
      } finally {
        working -= 1;
        schedule();
      }
    },
  };
}
