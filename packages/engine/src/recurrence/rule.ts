import type { Instant, LocalDate, WallTime } from '../time/units.js';

/** FREQ, of those that recur by whole days. */
export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** BYDAY: a weekday (0 is Monday), `ordinal` 0 for every one, 1 for the first, -1 for the last… */
export interface WeekdayPart {
  /** 0 to 6. */
  readonly weekday: number;
  /** -53 to 53; of a month, or of a year where the rule names no month. */
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
  /** Every so many days, weeks, months or years, from the one that `start` lies in; 1 to 10,000. */
  readonly interval: number;
  /** How many matches there are; at most one of COUNT and UNTIL is given. */
  readonly count: number | undefined;
  /** The last time at which an occurrence may start. */
  readonly until: Until | undefined;
  /** First day of the week, 0 is Monday. */
  readonly wkst: number;
  /** 1 to 12. */
  readonly byMonth: readonly number[];
  /** 1 to 31, or -1 (the last) to -31. */
  readonly byMonthDay: readonly number[];
  /** BYDAY. */
  readonly byDay: readonly WeekdayPart[];
  /** 1 to 366, or -1 to -366. */
  readonly byYearDay: readonly number[];
  /** 1 to 53, or -1 to -53, as ISO 8601 counts weeks. */
  readonly byWeekNo: readonly number[];
  /** Places in the sorted days of one period: 1 is the first, -1 the last. */
  readonly bySetPos: readonly number[];
}
