import type { ComputedCalendar } from '../../calendar/computedCalendar.js';
import type { Interval } from '../../interval/interval.js';
import { type IntervalSet, subtract, union, unionOfSorted } from '../../interval/set.js';
import { formatDate } from '../../time/date.js';
import type { DateSpan } from '../../time/horizon.js';
import { type Instant, plus } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import { datesKnown, type KnownCalendar } from '../known.js';
import { type DateEntries, type SlotsEntry, withCleared, workEntries } from './entries.js';
import { sameEntries } from './sameEntries.js';

/** A date that has to be sent. */
export interface ChangedDate extends DateEntries {
  /** Time of the date in which something may be bookable before it is sent: all of it, if unknown. */
  readonly openBefore: IntervalSet<Instant>;
  /** Time of its work periods. */
  readonly openAfter: IntervalSet<Instant>;
}

/**
 * The dates whose work periods are not what was published, each whole: its work periods, and clearing
 * entries for time that was open and is not any more. Where it is not known what was published, all
 * other time of the date is cleared.
 */
export function changedDates(
  { calendar, dates, workPeriods }: ComputedCalendar,
  known: KnownCalendar,
  iso: (instant: Instant) => string,
): readonly ChangedDate[] {
  const published = datesKnown(known, calendar.timezone);
  return workEntries(dates, workPeriods, iso).flatMap((work): ChangedDate[] => {
    const { date, entries } = work;
    const before = published[formatDate(date.date)];
    if (before !== undefined && sameEntries(before, entries)) return [];
    const openAfter = unionOfSorted(work.periods);
    const openBefore = before === undefined ? undefined : openTime(before, date);
    const cleared = subtract(openBefore ?? publishable(date), openAfter);
    return [
      {
        date,
        entries: withCleared(work, cleared, iso),
        openBefore: openBefore ?? union([date]),
        openAfter,
      },
    ];
  });
}

/** All of a date that an entry can have: it ends on the date on which it starts. */
function publishable({ start, end }: DateSpan): IntervalSet<Instant> {
  return union([{ start, end: plus(end, -1) }]);
}

/** The time of a date's entries; undefined if one of them cannot be read or is not of this date. */
function openTime(
  entries: readonly SlotsEntry[],
  date: Interval<Instant>,
): IntervalSet<Instant> | undefined {
  const times = entries.map(({ start, end }) => wireTime(start, end));
  const readable = times.filter((time) => time !== undefined);
  const own = readable.filter(({ start, end }) => date.start <= start && end <= date.end);
  return own.length === entries.length ? union(own) : undefined;
}
