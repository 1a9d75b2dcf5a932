import {
  type DateSpan,
  dateSpans,
  formatDate,
  type Instant,
  parseDate,
  type Zone,
} from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import type { SlotsEntry } from '@slotwright/engine/plan';

/** A local date as texts name it, and when it is. */
export interface NamedDate extends Interval<Instant> {
  readonly date: string;
}

/** What was sent for a date. */
export interface SentDate extends NamedDate {
  readonly entries: readonly SlotsEntry[];
}

/** When local dates are; those that do not exist are left out. */
export function namedDates(dates: readonly string[], zone: Zone | undefined): readonly NamedDate[] {
  return dates.flatMap((text) => {
    const date = parseDate(text).unwrapOr(undefined);
    if (date === undefined || zone === undefined) return [];
    return dateSpans(zone, { from: date, through: date }).map(named);
  });
}

/** Dates of a horizon by their names. */
function named({ date, start, end }: DateSpan): NamedDate {
  return { date: formatDate(date), start, end };
}

/** What patients can still book of a date: what is over is not compared. `now` in milliseconds. */
export function ahead({ start, end }: Interval<Instant>, now: number): Interval<number> {
  return { start: Math.max(start, Math.ceil(now / 60_000)), end };
}
