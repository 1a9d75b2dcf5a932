import { type Blocked, breakDescription } from '../../calendar/blocked.js';
import type { ComputedCalendar } from '../../calendar/computedCalendar.js';
import type { Interval } from '../../interval/interval.js';
import type { Instant } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { RemoteBreak } from '../known.js';
import type { BreakRequest } from '../step.js';

/** A break that Docplanner should have. */
export interface WantedBreak {
  /** The id of the document's break or booking. */
  readonly source: string;
  readonly time: Interval<Instant>;
  readonly body: BreakRequest;
}

export interface WantedBreaks {
  /** They are created where they are missing. */
  readonly needed: readonly WantedBreak[];
  /**
   * Breaks of the document that reach beyond the horizon and hide nothing in it: what they hide outside
   * is not known here, so those that exist are kept, and none is created.
   */
  readonly keptIfKnown: readonly WantedBreak[];
}

/** What tells breaks apart at Docplanner: it refuses a second one with the same. */
export function breakKey({ start, end }: Interval<Instant>, description: string): string {
  return `${start} ${end} ${description}`;
}

/** The breaks of a document, each once, less those that exist at Docplanner and are not ours. */
export function wantedBreaks(
  { blocked, breaksToSend }: ComputedCalendar,
  span: Interval<Instant>,
  foreign: readonly RemoteBreak[],
  iso: (instant: Instant) => string,
): WantedBreaks {
  const taken = new Set(
    foreign.flatMap(({ since, till, description }) => {
      const time = wireTime(since, till);
      return time === undefined ? [] : [breakKey(time, description ?? '')];
    }),
  );
  const each = (times: readonly Blocked[]): readonly WantedBreak[] =>
    times.flatMap((time) => {
      const { start, end, source } = time;
      const description = breakDescription(time);
      const key = breakKey({ start, end }, description);
      if (taken.has(key)) return [];
      taken.add(key);
      const body = { since: iso(start), till: iso(end), description };
      return [{ source: source.id, time: { start, end }, body }];
    });
  const reachesOut = ({ source, start, end }: Blocked): boolean =>
    source.publish === 'break' && (start < span.start || end > span.end);
  return { needed: each(breaksToSend), keptIfKnown: each(blocked.filter(reachesOut)) };
}
