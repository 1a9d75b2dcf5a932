import type { Instant, LocalDate, WallTime } from '../time/units.js';

/** FREQ. */
export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** BYDAY: a weekday (0 is Monday), `ordinal` 0 for every one, 1 for the first, -1 for the last… */
export interface WeekdayPart {
  /** 0 is Monday. */
  readonly weekday: number;
  /** 0 for every one. */
  readonly ordinal: number;
}

/** UNTIL keeps its form: a UTC one is converted in the calendar's zone, which the rule doesn't know. */
export type Until =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'local'; readonly wall: WallTime }
  | { readonly kind: 'utc'; readonly instant: Instant };

/** An RRULE (RFC 5545 section 3.3.10) that recurs by whole days; an absent BY-part is an empty list. */
export interface RecurrenceRule {
  /** FREQ. */
  readonly freq: Frequency;
  /** INTERVAL, 1 by default. */
  readonly interval: number;
  /** COUNT of matches. */
  readonly count: number | undefined;
  /** UNTIL, inclusive. */
  readonly until: Until | undefined;
  /** First day of the week, 0 is Monday. */
  readonly wkst: number;
  /** BYMONTH, 1 to 12. */
  readonly byMonth: readonly number[];
  /** BYMONTHDAY, negative ones from the end. */
  readonly byMonthDay: readonly number[];
  /** BYDAY. */
  readonly byDay: readonly WeekdayPart[];
  /** BYYEARDAY, negative ones from the end. */
  readonly byYearDay: readonly number[];
  /** BYWEEKNO, ISO weeks. */
  readonly byWeekNo: readonly number[];
  /** BYSETPOS, negative ones from the end. */
  readonly bySetPos: readonly number[];
}
