import type { Moment } from '../time/iso.js';
import type { LocalDate, WallTime } from '../time/units.js';
import type { RecurrenceRule } from './rule.js';

/** EXDATE, RDATE: every occurrence that starts on a date, or one that starts at a local time. */
export type DateOrTime =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'time'; readonly wall: WallTime };

/** An event template: its first occurrence and how it recurs. Recurring ones have local times. */
export interface Recurring {
  /** Of the first occurrence (DTSTART). */
  readonly start: Moment;
  /** Of the first occurrence; may be on a later date. */
  readonly end: Moment;
  /** Undefined: it happens once, and on its RDATEs. */
  readonly rrule: RecurrenceRule | undefined;
  /** Occurrences that do not happen. */
  readonly exdates: readonly DateOrTime[];
  /** Further occurrences. */
  readonly rdates: readonly DateOrTime[];
}
