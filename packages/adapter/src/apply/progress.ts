import type { Step } from '@slotwright/engine';

/** How far a run is, in write calls. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Write calls a minute so far; undefined before the first minute's worth can be told. */
  readonly perMinute: number | undefined;
  /** Milliseconds until the last write, at that rate. */
  readonly leftMs: number | undefined;
}

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
    };

/** Rates over less time say nothing. */
const LEAST_MS = 1_000;

export function progressOf(done: number, total: number, elapsedMs: number): Progress {
  if (done === 0 || elapsedMs < LEAST_MS) {
    return { done, total, perMinute: undefined, leftMs: undefined };
  }
  return {
    done,
    total,
    perMinute: (done * 60_000) / elapsedMs,
    leftMs: Math.max(0, total - done) * (elapsedMs / done),
  };
}
