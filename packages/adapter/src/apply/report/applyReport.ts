import type { CalendarAddress } from '@slotwright/engine';
import type { DateDifference } from './dateDifference.js';
import type { Ending } from './ending.js';
import type { Problem } from './problem.js';

/** What became of the plans. */
export interface ApplyReport {
  /** Why the run ended: `complete` if every step was tried. */
  readonly ending: Ending;
  /** In the order of the plans. */
  readonly calendars: readonly CalendarReport[];
}

/** What became of one calendar. */
export interface CalendarReport {
  /** Its id in the document. */
  readonly calendar: string;
  /** Its place at Docplanner. */
  readonly address: CalendarAddress;
  /**
   * `done`: every step, and Docplanner was seen to show what it should. `unchecked`: there was nothing to send,
   * and nobody looked. `differs`: every step, and it shows something else. `failed`: a problem ended it.
   * `left`: the run ended before it was finished.
   */
  readonly outcome: 'done' | 'unchecked' | 'differs' | 'failed' | 'left';
  /** Whether all of the horizon was looked at, or, without reading first, only what was sent. */
  readonly checked: 'all' | 'changes';
  /** Steps that have not been done. */
  readonly stepsLeft: number;
  /** Requests that were sent for this calendar, its reading before the plan included. */
  readonly calls: { readonly reads: number; readonly writes: number };
  /** Dates that show something else than they should; empty unless it `differs`. */
  readonly differences: readonly DateDifference[];
  /** When breaks of ours are that Docplanner does not list any more. */
  readonly lostBreaks: readonly { readonly since: string; readonly till: string }[];
  /** Bookings at Docplanner are not those that the plan was made with: time to pull. No failure. */
  readonly bookingsChanged: boolean;
  /** What kept it from being finished; empty unless it `failed`. */
  readonly problems: readonly Problem[];
}

/** True if nothing failed and nothing is left: what the plans say is so at Docplanner, as far as anybody looked. */
export function isSuccess({ ending, calendars }: ApplyReport): boolean {
  return (
    ending.type === 'complete' &&
    calendars.every(({ outcome }) => outcome === 'done' || outcome === 'unchecked')
  );
}
