import { err, ok, ResultAsync } from 'neverthrow';
import type { Ports } from '../options/ports.js';
import { pause } from '../retry/pause.js';
import type { NotAdmitted, Wait } from './rateLimiter.js';

/** What a lane leads to. */
export interface Gate {
  /** The earliest time at which one more call may pass. */
  readonly nextAt: (now: number) => number;
  readonly enter: (now: number) => void;
}

/** A queue: who joins first passes first. */
export interface Lane {
  readonly join: (wait: Wait) => ResultAsync<void, NotAdmitted>;
  /** To be called when the gate may open at another time than it said. */
  readonly look: () => void;
}

interface Waiting {
  readonly deadline: number;
  /** With the reason, unless it passes. */
  readonly leave: (reason: NotAdmitted | undefined) => void;
}

/** A queue before a gate. Sleeps only while somebody waits, and only until the gate said that it opens. */
export function lane(gate: Gate, ports: Pick<Ports, 'clock' | 'sleep'>): Lane {
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
      const at = gate.nextAt(now);
      if (at > now) {
        for (const { deadline, leave } of queue) {
          if (deadline < at) leave({ type: 'rate-limited', retryAt: at });
        }
      }
      const [first] = queue;
      if (first === undefined || at > now) {
        setAlarm(first === undefined ? undefined : at);
        return;
      }
      gate.enter(now);
      first.leave(undefined);
    }
  };

  const join = ({ signal, deadline }: Wait): Promise<NotAdmitted | undefined> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve({ type: 'aborted' });
      const onAbort = (): void => {
        waiting.leave({ type: 'aborted' });
        look();
      };
      const waiting: Waiting = {
        deadline,
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
