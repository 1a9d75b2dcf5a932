import type { Clock, Ports } from '../http/options/ports.js';
import type { StateId } from '../state/state.js';
import type { StateStore } from '../state/stateStore.js';
import type { ProgressEvent } from './progress.js';

/** How plans are carried out. */
export interface ApplyOptions {
  readonly store: StateStore;
  /** The state that the plans were made from; another one makes them stale. */
  readonly basedOn: StateId;
  /** Whether a disabled or missing calendar is enabled, or an error. */
  readonly enable: 'enable' | 'refuse';
  /** `systemPorts` in a running process. */
  readonly ports: { readonly clock: Clock; readonly sleep: Ports['sleep'] };
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
  /** Told what happens; nothing in it is secret. */
  readonly onProgress?: (event: ProgressEvent) => void;
}

/** The options with defaults filled in. */
export type Settings = Required<ApplyOptions>;

export function settingsOf(options: ApplyOptions): Settings {
  return {
    signal: new AbortController().signal,
    maxWaitMs: 600_000,
    maxWrites: Number.POSITIVE_INFINITY,
    parallel: 4,
    settleMs: 60_000,
    onProgress: () => undefined,
    ...options,
  };
}
