import type { Instant } from '@slotwright/engine';
import { type Interval, type IntervalSet, union } from '@slotwright/engine/intervals';
import type { Times } from '../../state/transitions.js';
import { type DateDifference, dateDifference, sameVisible } from '../report/dateDifference.js';
import { ahead, type SentDate } from './dates.js';
import type { PlacedSlots } from './remoteCalendar.js';
import { offeredWithin, shownWithin, stillVisible } from './visible.js';

/** What Docplanner shows, and what hides slots there: breaks, whoever made them, and bookings. */
export interface Shown {
  readonly slots: PlacedSlots;
  readonly hidden: IntervalSet<Instant>;
}

/** The dates that do not show what was sent for them, less what is hidden; `now` in milliseconds. */
export function differencesOf(
  dates: readonly SentDate[],
  { slots, hidden }: Shown,
  now: number,
  iso: (instant: Instant) => string,
): readonly DateDifference[] {
  return dates.flatMap((each) => {
    const span = ahead(each, now);
    const wanted = offeredWithin(each.entries, hidden, span);
    return dateDifference(each.date, wanted, shownWithin(slots, span), iso) ?? [];
  });
}

/** Of dates that show what they should: those whose last PUT is certain to have been processed. */
export interface Settled {
  readonly dates: readonly string[];
  /** When that will be certain of all of them, if they show then what they show now, by `Uptime`. */
  readonly allAt: number;
}

/** When dates were sent, by date and `Uptime`, and how long processing may take where no read can tell; milliseconds. */
export interface Sending {
  readonly sentAt: Readonly<Record<string, number>>;
  readonly settleMs: number;
}

/**
 * That a PUT has been processed is certain when the date shows something that it did not show `before` and
 * that nothing else explains, or when enough time has passed.
 */
export function settledOf(
  dates: readonly SentDate[],
  before: PlacedSlots | undefined,
  { slots, hidden }: Shown,
  { sentAt, settleMs }: Sending,
  { now, uptime }: Times,
): Settled {
  const certain = dates.flatMap((each) => {
    const sent = sentAt[each.date];
    if (sent === undefined) return [];
    const span = ahead(each, now);
    const isProven =
      before !== undefined &&
      !sameVisible(shownWithin(slots, span), stillVisible(before, hidden, span));
    return [{ date: each.date, at: isProven ? 0 : sent + settleMs }];
  });
  return {
    dates: certain.filter(({ at }) => at <= uptime).map(({ date }) => date),
    allAt: Math.max(0, ...certain.map(({ at }) => at)),
  };
}

/** Times that hide slots, as a set. */
export function hiddenBy(
  ...times: readonly (readonly Interval<Instant>[])[]
): IntervalSet<Instant> {
  return union(times.flat().map(({ start, end }) => ({ start, end })));
}
