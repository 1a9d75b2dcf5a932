import type { CalendarAddress } from '@slotwright/engine';
import type { DateDifference } from './difference.js';
import type { Ending } from './ending.js';
import type { Problem } from './problem.js';

/** What became of the plans. Success is `complete` with every calendar `done`. */
export interface ApplyReport {
  readonly ending: Ending;
  /** In the order of the plans. */
  readonly calendars: readonly CalendarReport[];
}

/** What became of one calendar. */
export interface CalendarReport {
  readonly calendar: string;
  readonly address: CalendarAddress;
  /**
   * `done`: every step, and Docplanner shows what was expected. `differs`: every step, and it does not.
   * `failed`: a problem ended it. `left`: the run ended before it was finished.
   */
  readonly outcome: 'done' | 'differs' | 'failed' | 'left';
  /** Steps that have not been done. */
  readonly stepsLeft: number;
  readonly calls: { readonly reads: number; readonly writes: number };
  readonly differences: readonly DateDifference[];
  /** Breaks of ours, as since and till, that Docplanner does not list any more. */
  readonly lostBreaks: readonly string[];
  readonly problems: readonly Problem[];
}

/** True if everything that the plans say is so at Docplanner. */
export function isSuccess({ ending, calendars }: ApplyReport): boolean {
  return ending.type === 'complete' && calendars.every(({ outcome }) => outcome === 'done');
}
