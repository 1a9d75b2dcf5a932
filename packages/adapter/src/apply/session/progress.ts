import type { Step } from '@slotwright/engine';
import type { CallLimit } from '../../http/limits/memoryLimiter.js';
import type { Clock } from '../../http/options/ports.js';
import { earliestEnd } from './timeLeft.js';

/** How far a run is, in write calls. */
export interface Progress {
  /** Steps that were sent and are known to have had their effect. */
  readonly done: number;
  /** All steps; grows when dates turn out to need a request each. */
  readonly total: number;
  /** Write calls a minute so far; undefined before a rate can be told. */
  readonly perMinute: number | undefined;
  /** Milliseconds until the last write: at that rate, and never less than the limits allow. */
  readonly leftMs: number | undefined;
}

/** What is waited for. */
export type WaitReason =
  /** The next call would be one too many for Docplanner's limits. */
  | 'rate-limit'
  /** Docplanner processes slots after it has answered. */
  | 'processing'
  /** An equal request of some minutes ago must be forgotten first. */
  | 'equal-request'
  /** A call that got no answer is made again. */
  | 'retry'
  /** Another process had the calendar and cannot be seen: it has it no more once it has not renewed that for so long. */
  | 'lock';

/** Something that happens during apply. */
export type ProgressEvent =
  | {
      readonly type: 'calendar-started' | 'verifying' | 'calendar-finished';
      readonly calendar: string;
      readonly progress: Progress;
    }
  | {
      readonly type: 'step-started' | 'step-finished' | 'step-failed';
      readonly calendar: string;
      readonly step: Step;
      readonly progress: Progress;
    }
  | {
      readonly type: 'waiting';
      readonly calendar: string;
      readonly reason: WaitReason;
      /** Milliseconds since 1970. */
      readonly until: number;
      /** Calls that are made before this one. */
      readonly before: number;
      readonly progress: Progress;
    };

/** Tells how far a run is. */
export interface ProgressReporter {
  readonly calendar: (
    type: 'calendar-started' | 'verifying' | 'calendar-finished',
    calendar: string,
  ) => void;
  readonly step: (
    type: 'step-started' | 'step-finished' | 'step-failed',
    calendar: string,
    step: Step,
  ) => void;
  /** A step has become several. */
  readonly more: (steps: number) => void;
  /** A write request was sent; milliseconds since 1970. */
  readonly sent: (at: number) => void;
  readonly waiting: (calendar: string, reason: WaitReason, until: number, before: number) => void;
}

/** Rates over less time, and waits that are shorter, are not worth telling. */
const MIN_TOLD_MS = 1_000;

/** Reports about so many write calls, whose limits are known. */
export function progressReporter(
  planned: number,
  limits: readonly CallLimit[],
  clock: Clock,
  onProgress: (event: ProgressEvent) => void,
): ProgressReporter {
  const startedAt = clock.now();
  const most = Math.max(0, ...limits.map(({ calls }) => calls));
  const sent: number[] = [];
  let done = 0;
  let total = planned;
  const progress = (): Progress => {
    const now = clock.now();
    const elapsed = now - startedAt;
    const left = Math.max(0, total - done);
    const byLimits = earliestEnd(left, sent, limits, now);
    if (done === 0 || elapsed < MIN_TOLD_MS) {
      return { done, total, perMinute: undefined, leftMs: byLimits > 0 ? byLimits : undefined };
    }
    const atThisRate = left * (elapsed / done);
    return {
      done,
      total,
      perMinute: (done * 60_000) / elapsed,
      leftMs: Math.max(atThisRate, byLimits),
    };
  };
  const waiting: ProgressReporter['waiting'] = (calendar, reason, until, before) => {
    if (until - clock.now() < MIN_TOLD_MS) return;
    const wait = { type: 'waiting', calendar, reason, until, before } as const;
    tellSafely(onProgress, { ...wait, progress: progress() });
  };
  return {
    calendar: (type, calendar) => tellSafely(onProgress, { type, calendar, progress: progress() }),
    step: (type, calendar, step) => {
      if (type === 'step-finished') done += 1;
      tellSafely(onProgress, { type, calendar, step, progress: progress() });
    },
    more: (steps) => {
      total += steps;
    },
    sent: (at) => {
      sent.push(at);
      if (sent.length > most) sent.shift();
    },
    waiting,
  };
}

/** An observer that throws must not change what happens. */
function tellSafely(onProgress: (event: ProgressEvent) => void, event: ProgressEvent): void {
  try {
    onProgress(event);
  } catch {
    // Nobody else is interested.
  }
}
