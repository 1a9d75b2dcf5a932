import { err, ok, ResultAsync } from 'neverthrow';
import type { Ports } from '../options/ports.js';
import { pause } from '../retry/pause.js';
import type { NotAdmitted, Wait } from './rateLimiter.js';

/** What there is room for. */
export interface Capacity {
  /** The earliest time at which there is room for one more call. */
  readonly nextAt: (now: number) => number;
  /** Takes the room for one call. */
  readonly take: () => void;
}

/** A queue: first come, first served. */
export interface TurnQueue {
  readonly join: (wait: Wait) => ResultAsync<void, NotAdmitted>;
  /** To be called when there may be room at another time than was said. */
  readonly look: () => void;
}

interface Waiting {
  readonly wait: Wait;
  /** What it was told of its wait last. */
  told: number;
  /** With the reason, unless it is served. */
  readonly leave: (reason: NotAdmitted | undefined) => void;
}

/** A queue for room. Sleeps only while somebody waits, and only until there is room. */
export function turnQueue(capacity: Capacity, ports: Pick<Ports, 'clock' | 'sleep'>): TurnQueue {
  /** In the order of joining. */
  const queue = new Set<Waiting>();
  let alarm: { readonly at: number; readonly controller: AbortController } | undefined;

  const setAlarm = (at: number | undefined): void => {
    if (alarm?.at === at) return;
    alarm?.controller.abort();
    alarm = undefined;
    if (at === undefined) return;
    const controller = new AbortController();
    alarm = { at, controller };
    void pause(ports, Math.max(1, at - ports.clock.now()), controller.signal).then((rang) => {
      if (!rang) return;
      alarm = undefined;
      look();
    });
  };

  const look = (): void => {
    for (;;) {
      const now = ports.clock.now();
      const at = capacity.nextAt(now);
      if (at > now) {
        for (const { wait, leave } of queue) {
          if (wait.deadline < at) leave({ type: 'rate-limited', retryAt: at });
        }
      }
      const [first] = queue;
      if (first === undefined || at > now) {
        tellAll(now, at);
        setAlarm(first === undefined ? undefined : at);
        return;
      }
      capacity.take();
      first.leave(undefined);
    }
  };

  const tellAll = (now: number, until: number): void => {
    let before = 0;
    for (const waiting of [...queue]) {
      if (waiting.told <= now) {
        waiting.told = until;
        waiting.wait.onWait?.({ until, before });
      }
      before += 1;
    }
  };

  const join = (wait: Wait): Promise<NotAdmitted | undefined> =>
    new Promise((resolve) => {
      const { signal } = wait;
      if (signal.aborted) return resolve({ type: 'aborted' });
      const onAbort = (): void => {
        waiting.leave({ type: 'aborted' });
        look();
      };
      const waiting: Waiting = {
        wait,
        told: Number.NEGATIVE_INFINITY,
        leave: (reason) => {
          queue.delete(waiting);
          signal.removeEventListener('abort', onAbort);
          resolve(reason);
        },
      };
      signal.addEventListener('abort', onAbort);
      queue.add(waiting);
      look();
    });

  return {
    join: (wait) =>
      ResultAsync.fromSafePromise(join(wait)).andThen((reason) =>
        reason === undefined ? ok() : err(reason),
      ),
    look,
  };
}
