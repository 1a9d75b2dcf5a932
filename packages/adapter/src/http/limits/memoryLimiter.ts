import { err, ok, type Result } from 'neverthrow';
import type { InvalidOptions } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import { type Lane, lane } from './lane.js';
import type { RateLimiter } from './rateLimiter.js';
import { serverWindows } from './serverWindows.js';
import { slidingWindow } from './slidingWindow.js';

/** At most `calls` in any `perMs` milliseconds. */
export interface CallLimit {
  readonly calls: number;
  readonly perMs: number;
}

/** The limits of one client id; a call has to fit all of its kind. */
export interface CallLimits {
  readonly read: readonly CallLimit[];
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

/** Added to every window, because calls that leave a minute apart can arrive less than a minute apart. */
const MARGIN_MS = 500;

/**
 * A limiter for one process: sliding windows of its own, and the server's count where X-RateLimit headers
 * tell it. First come, first served, reads apart from writes. Headers can only make it slower: for a client
 * with higher limits say so in `limits`.
 */
export function createMemoryLimiter(
  limits: CallLimits,
  ports: Pick<Ports, 'clock' | 'sleep'>,
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
  const lanes = { read: limitedLane(limits.read, ports), write: limitedLane(limits.write, ports) };
  return ok({
    acquire: (kind, wait) => lanes[kind].join(wait),
    observe: (kind, observed) => lanes[kind].observe(observed),
  });
}

function limitedLane(
  limits: readonly CallLimit[],
  ports: Pick<Ports, 'clock' | 'sleep'>,
): Pick<Lane, 'join'> & Pick<ReturnType<typeof serverWindows>, 'observe'> {
  const windows = limits.map(({ calls, perMs }) => slidingWindow(calls, perMs + MARGIN_MS));
  const server = serverWindows();
  let onTheirWay = 0;
  const { join, look } = lane(
    {
      nextAt: (now) =>
        Math.max(server.nextAt(now, onTheirWay), ...windows.map((window) => window.nextAt())),
      enter: (now) => {
        onTheirWay += 1;
        for (const window of windows) window.enter(now);
      },
    },
    ports,
  );
  return {
    join,
    observe: (observed) => {
      onTheirWay = Math.max(0, onTheirWay - 1);
      server.observe(observed);
      look();
    },
  };
}
