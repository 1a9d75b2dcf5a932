import { err, ok, type Result } from 'neverthrow';
import type { InvalidOptions } from '../error/clientError.js';
import type { CallLimits } from '../limits/memoryLimiter.js';
import type { RateLimiter } from '../limits/rateLimiter.js';
import type { CallReport } from '../request/exchange.js';
import type { Server } from './endpoints.js';
import type { Ports } from './ports.js';

/** How a client is made. */
export interface ClientOptions {
  /** Where Docplanner is. */
  readonly server: Server;
  /** As Docplanner gave it; printable, without spaces and colons. */
  readonly clientId: string;
  /** As Docplanner gave it. It is sent to the token endpoint and kept nowhere else. */
  readonly clientSecret: string;
  /** `systemPorts` in a running process. */
  readonly ports: Ports;
  /** Where several processes share a client id, a limiter that they share. Default: one for this client alone. */
  readonly limiter?: RateLimiter;
  /** Limits of the default limiter; default `documentedLimits`. */
  readonly limits?: CallLimits;
  /**
   * For the requests of one call with their whole answers, in milliseconds; default 30 seconds. Waits between
   * them are not counted, and a request for a token is a call of its own.
   */
  readonly timeoutMs?: number;
  /** No wait for a rate limit ends later than this after its call began, in milliseconds; default 2 minutes. */
  readonly maxWaitMs?: number;
  /** Default `slotwright/0.1.0`; the firewall before the API wants one. */
  readonly userAgent?: string;
  /** Told of every request, for logs. */
  readonly onCall?: (report: CallReport) => void;
}

/** What is left of the options once defaults are filled in. */
export interface Settings {
  readonly timeoutMs: number;
  readonly maxWaitMs: number;
  readonly userAgent: string;
  readonly onCall: (report: CallReport) => void;
}

const MAX_TIMER_MS = 2_147_483_647;

/** Fills the defaults in and checks the rest. */
export function settingsOf(options: ClientOptions): Result<Settings, InvalidOptions> {
  const {
    timeoutMs = 30_000,
    maxWaitMs = 120_000,
    userAgent = 'slotwright/0.1.0',
    onCall = () => undefined,
  } = options;
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMER_MS)) {
    return invalid('timeoutMs', 'milliseconds, more than 0 and at most 24 days');
  }
  if (!(maxWaitMs >= 0)) return invalid('maxWaitMs', 'milliseconds, 0 or more');
  if (!/^[\x20-\x7e]{1,200}$/.test(userAgent) || userAgent.trim() === '') {
    return invalid('userAgent', 'printable ASCII characters, at most 200');
  }
  return ok({ timeoutMs, maxWaitMs, userAgent, onCall });
}

function invalid(option: string, expected: string): Result<never, InvalidOptions> {
  return err({ type: 'invalid-options', option, expected });
}
