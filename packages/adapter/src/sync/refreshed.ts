import {
  type ComputedCalendar,
  instantFormatter,
  type PublishedCalendar,
  withBreaksReadBack,
  zoneOf,
} from '@slotwright/engine';
import type { DateDifference } from '../apply/report/dateDifference.js';
import { differencesOf, hiddenBy } from '../apply/verify/comparison.js';
import { named } from '../apply/verify/dates.js';
import { type PlacedRemote, takenTimes } from '../apply/verify/remoteCalendar.js';
import { breakTime } from '../apply/verify/uncovered.js';

/** What is known of a calendar after Docplanner was looked at. */
export interface Refreshed {
  /** The same object where nothing is new. */
  readonly published: PublishedCalendar;
  /** Known dates of the horizon that show what was sent for them. */
  readonly confirmed: readonly string[];
  /** Those that do not: they are unknown from now on, and sent whole. */
  readonly unexplained: readonly DateDifference[];
}

/**
 * Brings what is known of a calendar up to what Docplanner shows over its horizon. A date that shows something
 * that neither what was sent, nor a booking, nor a break explains becomes unknown. Breaks of ours that are gone
 * are forgotten, those that were moved have the times that they have there. `now` in milliseconds.
 */
export function refreshed(
  result: ComputedCalendar,
  published: PublishedCalendar,
  { slots, breaks, bookings }: PlacedRemote,
  now: number,
): Refreshed {
  const iso = instantFormatter(zoneOf(result.calendar.timezone));
  const known = result.dates.map(named).flatMap((each) => {
    const entries = published.dates[each.date];
    return entries === undefined ? [] : [{ ...each, entries }];
  });
  const hidden = hiddenBy(breaks, takenTimes(bookings));
  const unexplained = differencesOf(known, { slots, hidden }, now, iso);
  const unknown = new Set(unexplained.map(({ date }) => date));
  const kept = keptBreaks(result, published, breaks);
  const isNew = unknown.size > 0 || kept !== published.breaks;
  return {
    published: isNew
      ? {
          dates: Object.fromEntries(
            Object.entries(published.dates).filter(([date]) => !unknown.has(date)),
          ),
          breaks: kept,
        }
      : published,
    confirmed: known.map(({ date }) => date).filter((date) => !unknown.has(date)),
    unexplained,
  };
}

/** Our breaks that exist, as they are known where their time is the same. */
function keptBreaks(
  result: ComputedCalendar,
  published: PublishedCalendar,
  breaks: PlacedRemote['breaks'],
): PublishedCalendar['breaks'] {
  const before = new Map(published.breaks.map((known) => [known.id, known]));
  const remote = breaks.map((each) => each.remote);
  const read = withBreaksReadBack(published, remote, result).breaks.map((known) => {
    const old = before.get(known.id);
    const [from, to] = [old && breakTime(old), breakTime(known)];
    const isSame = from !== undefined && from.start === to?.start && from.end === to.end;
    return old !== undefined && isSame ? old : known;
  });
  const isSame =
    read.length === published.breaks.length && read.every((each) => before.get(each.id) === each);
  return isSame ? published.breaks : read;
}
