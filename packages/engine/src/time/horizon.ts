import { err, ok, type Result } from 'neverthrow';
import type { Interval } from '../interval/interval.js';
import { describeInvalidTime, type InvalidTime } from './invalidTime.js';
import { parseDate } from './iso.js';
import { dateOf, type Instant, type LocalDate, MINUTES_PER_DAY, plus } from './units.js';
import type { Zone } from './zone.js';

/** Whole local dates, `from` through `through`, both included. */
export interface Horizon {
  /** The first date. */
  readonly from: LocalDate;
  /** The last date. */
  readonly through: LocalDate;
}

/** One local date of a calendar: from its first instant to the first instant of the next date. */
export interface DateSpan extends Interval<Instant> {
  /** Days since 1970-01-01. */
  readonly date: LocalDate;
}

/** Why two texts are no horizon. */
export type HorizonError =
  | InvalidTime
  | { readonly type: 'horizon-reversed'; readonly from: string; readonly through: string }
  | { readonly type: 'horizon-too-long'; readonly dates: number; readonly most: number };

/** Docplanner refuses a slot that ends later than this after now (API, replaceSlots). */
const REACH = 84 * MINUTES_PER_DAY;

/** Longer than anything that can be sent, short enough that a slip of the keyboard costs nothing. */
const MAX_HORIZON_DATES = 366;

/**
 * Reads a horizon from two dates such as `2026-10-05`, the last one included. An error if one is no
 * date, if they are reversed, or if they are more than 366 dates.
 *
 * @example
 * parseHorizon('1970-01-02', '1970-01-03') // => ok({ from: 1, through: 2 })
 * parseHorizon('2026-10-05', '2026-10-04').isErr() // => true
 */
export function parseHorizon(from: string, through: string): Result<Horizon, HorizonError> {
  return parseDate(from).andThen((first) =>
    parseDate(through).andThen((last): Result<Horizon, HorizonError> => {
      const dates = last - first + 1;
      if (dates < 1) return err({ type: 'horizon-reversed', from, through });
      if (dates > MAX_HORIZON_DATES) {
        return err({ type: 'horizon-too-long', dates, most: MAX_HORIZON_DATES });
      }
      return ok({ from: first, through: last });
    }),
  );
}

/**
 * A horizon error as words for people, to follow a colon. It repeats the input.
 *
 * @example
 * describeHorizonError({ type: 'horizon-too-long', dates: 400, most: 366 })
 * // => 'the horizon has 400 dates; at most 366 are computed at a time'
 */
export function describeHorizonError(error: HorizonError): string {
  switch (error.type) {
    case 'invalid-time':
      return describeInvalidTime(error);
    case 'horizon-reversed':
      return `the horizon ends on ${error.through}, before it starts on ${error.from}`;
    case 'horizon-too-long':
      return `the horizon has ${error.dates} dates; at most ${error.most} are computed at a time`;
    default:
      return error satisfies never;
  }
}

/**
 * The last local date of a zone that ends by 84 days after now: Docplanner takes no slot beyond it.
 *
 * @example
 * formatDate(lastDateWithinReach(zoneOf(calendar.timezone), now)) // => '2026-12-23'
 */
export function lastDateWithinReach(zone: Zone, now: Instant): LocalDate {
  const limit = plus(now, REACH);
  let date = dateOf(zone.toWall(limit));
  while (zone.startOf(plus(date, 1)) > limit) date = plus(date, -1);
  return date;
}

/** Cut at the last date that Docplanner takes; `through` is before `from` if nothing is left. */
export function withinReach({ from, through }: Horizon, zone: Zone, now: Instant): Horizon {
  const last = lastDateWithinReach(zone, now);
  if (through <= last) return { from, through };
  return { from, through: last < from ? plus(from, -1) : last };
}

/**
 * The local dates of a horizon with their first instants and those of the next dates; dates that the
 * zone skips have no minutes and are left out.
 *
 * Law: each starts where the one before it ends.
 *
 * @example
 * const sunday = unwrap(parseHorizon('2026-10-25', '2026-10-25'));
 * dateSpans(zoneOf(calendar.timezone), sunday).map(({ start, end }) => end - start) // => [1500]
 */
export function dateSpans(zone: Zone, horizon: Horizon): readonly DateSpan[] {
  const spans: DateSpan[] = [];
  let start = zone.startOf(horizon.from);
  for (let date = horizon.from; date <= horizon.through; date = plus(date, 1)) {
    const end = zone.startOf(plus(date, 1));
    if (start < end) spans.push({ date, start, end });
    start = end;
  }
  return spans;
}
