import type { Instant, LocalDate, WallTime } from '../time/units.js';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** BYDAY: a weekday (0 is Monday), `ordinal` 0 for every one, 1 for the first, -1 for the last… */
export interface WeekdayPart {
  readonly weekday: number;
  readonly ordinal: number;
}

/** UNTIL keeps its form: a UTC one is converted in the calendar's zone, which the rule doesn't know. */
export type Until =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'local'; readonly wall: WallTime }
  | { readonly kind: 'utc'; readonly instant: Instant };

/** An RRULE (RFC 5545 section 3.3.10) that recurs by whole days; an absent BY-part is an empty list. */
export interface RecurrenceRule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: Until | undefined;
  /** First day of the week, 0 is Monday. */
  readonly wkst: number;
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly WeekdayPart[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly bySetPos: readonly number[];
}
