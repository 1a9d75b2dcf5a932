import { err, ok, type Result } from 'neverthrow';
import type { CallLimits } from '../../http/limits/memoryLimiter.js';
import { documentedLimits } from '../../http/limits/memoryLimiter.js';
import { type Clock, type Ports, steadyClock, type Uptime } from '../../http/options/ports.js';
import type { ProgressEvent } from './progress.js';

/** How plans are carried out. */
export interface ApplyOptions {
  /** Whether a disabled or missing calendar is enabled, or an error; default `refuse`. */
  readonly enable?: 'enable' | 'refuse';
  /** Stops between two calls. */
  readonly signal?: AbortSignal;
  /** No single wait for a rate limit is longer, in milliseconds; default 10 minutes. */
  readonly maxWaitMs?: number;
  /** Default: no bound. A call that the client repeats counts once. */
  readonly maxWrites?: number;
  /** Calendars that are worked on at once; default 4. Each calendar's steps stay in order. */
  readonly parallel?: number;
  /**
   * Docplanner processes a PUT after it has answered. Where no read can show that it has, a break over its
   * dates is removed only so many milliseconds after it; default 1 minute.
   */
  readonly settleMs?: number;
  /** The limits that progress reckons with; default `documentedLimits`. */
  readonly limits?: CallLimits;
  /** Told what happens; nothing in it is secret. */
  readonly onProgress?: (event: ProgressEvent) => void;
}

/** What a run takes from its surroundings. */
export interface RunPorts {
  /** For the times that a state holds, and to tell what is over. */
  readonly clock: Clock;
  /** For how long ago something was sent. */
  readonly uptime: Uptime;
  /** For waits between calls; for a rate limit the client waits with its own. */
  readonly sleep: Ports['sleep'];
}

/** The options with defaults filled in. */
export type Settings = Required<ApplyOptions> & { readonly ports: RunPorts };

/** An option that makes no sense; `expected` never repeats what was given. */
export interface InvalidApplyOption {
  /** Of this kind of error. */
  readonly type: 'invalid-apply-option';
  /** Its name in `ApplyOptions`. */
  readonly option: string;
  /** What it has to be. */
  readonly expected: string;
}

/** Fills the defaults in and checks the rest. */
export function settingsOf(
  options: ApplyOptions,
  ports: RunPorts,
): Result<Settings, InvalidApplyOption> {
  const settings: Settings = {
    enable: 'refuse',
    signal: new AbortController().signal,
    maxWaitMs: 600_000,
    maxWrites: Number.POSITIVE_INFINITY,
    parallel: 4,
    settleMs: 60_000,
    limits: documentedLimits,
    onProgress: () => undefined,
    ...options,
    ports: { ...ports, clock: steadyClock(ports) },
  };
  const invalid = (option: string, expected: string): Result<Settings, InvalidApplyOption> =>
    err({ type: 'invalid-apply-option', option, expected });
  if (!(settings.maxWaitMs >= 0)) return invalid('maxWaitMs', 'milliseconds, 0 or more');
  if (!(settings.maxWrites >= 0)) return invalid('maxWrites', 'a number of calls, 0 or more');
  if (!(settings.settleMs >= 0)) return invalid('settleMs', 'milliseconds, 0 or more');
  if (!Number.isInteger(settings.parallel) || settings.parallel < 1) {
    return invalid('parallel', 'a whole number from 1');
  }
  return ok(settings);
}
