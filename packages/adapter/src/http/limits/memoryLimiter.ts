import { err, ok, type Result, type ResultAsync } from 'neverthrow';
import type { InvalidOptions } from '../error/clientError.js';
import { type Ports, steadyClock } from '../options/ports.js';
import type { NotAdmitted, RateLimiter, Turn, Wait } from './rateLimiter.js';
import { serverWindows } from './serverWindows.js';
import { slidingWindow } from './slidingWindow.js';
import { turnQueue } from './turnQueue.js';

/** At most `calls` in any `perMs` milliseconds. */
export interface CallLimit {
  /** A whole number from 1. */
  readonly calls: number;
  /** More than 0. */
  readonly perMs: number;
}

/** The limits of one client id; a call has to fit all of its kind. */
export interface CallLimits {
  /** Of GETs; none: only the server's own count limits them. */
  readonly read: readonly CallLimit[];
  /** Of everything else. */
  readonly write: readonly CallLimit[];
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Docplanner API, section 13: 8000 reads an hour, 40 writes a minute and 2400 an hour. */
export const documentedLimits: CallLimits = {
  read: [{ calls: 8000, perMs: HOUR }],
  write: [
    { calls: 40, perMs: MINUTE },
    { calls: 2400, perMs: HOUR },
  ],
};

/** Added to every window: a server's clock need not run as ours does, and may count in whole seconds. */
const MARGIN_MS = 500;

/**
 * A limiter for one process: sliding windows of its own, and the server's count where X-RateLimit headers
 * tell it. First come, first served, reads apart from writes. A turn counts from when it is given to a window
 * after its answer. Headers can only make it slower: for a client with higher limits say so in `limits`.
 *
 * @example
 * createMemoryLimiter({ read: [], write: [{ calls: 0, perMs: 1000 }] }, systemPorts).isErr() // => true
 */
export function createMemoryLimiter(
  limits: CallLimits,
  ports: Pick<Ports, 'clock' | 'sleep' | 'uptime'>,
): Result<RateLimiter, InvalidOptions> {
  const whole = [...limits.read, ...limits.write].every(
    ({ calls, perMs }) =>
      Number.isInteger(calls) && calls >= 1 && Number.isFinite(perMs) && perMs > 0,
  );
  if (!whole) {
    return err({
      type: 'invalid-options',
      option: 'limits',
      expected: 'whole numbers of calls from 1, per more than 0 milliseconds',
    });
  }
  const steady = { clock: steadyClock(ports), sleep: ports.sleep };
  const acquire = {
    read: turnsWithin(limits.read, steady),
    write: turnsWithin(limits.write, steady),
  };
  return ok({ acquire: (kind, wait) => acquire[kind](wait) });
}

/** Gives turns for one kind of calls. */
function turnsWithin(
  limits: readonly CallLimit[],
  ports: Pick<Ports, 'clock' | 'sleep'>,
): (wait: Wait) => ResultAsync<Turn, NotAdmitted> {
  const windows = limits.map(({ calls, perMs }) => slidingWindow(calls, perMs + MARGIN_MS));
  const server = serverWindows();
  let underWay = 0;
  const queue = turnQueue(
    {
      nextAt: (now) =>
        Math.max(
          server.nextAt(now, underWay),
          ...windows.map((window) => window.nextAt(now, underWay)),
        ),
      take: () => {
        underWay += 1;
      },
    },
    ports,
  );
  const turn = (): Turn => {
    let over = false;
    const end = (how: () => void): void => {
      if (over) return;
      over = true;
      underWay -= 1;
      how();
      queue.look();
    };
    return {
      answered: (observed) =>
        end(() => {
          for (const window of windows) window.answered(ports.clock.now());
          server.observe(observed);
        }),
      unused: () => end(() => undefined),
    };
  };
  return (wait) => queue.join(wait).map(turn);
}
