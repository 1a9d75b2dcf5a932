import type { Moment } from '../time/iso.js';
import type { LocalDate, WallTime } from '../time/units.js';
import type { RecurrenceRule } from './rule.js';

/** EXDATE, RDATE: every occurrence that starts on a date, or one that starts at a local time. */
export type DateOrTime =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'time'; readonly wall: WallTime };

/** An event template: its first occurrence and how it recurs. Recurring ones have local times. */
export interface Recurring {
  /** DTSTART, the start of the first occurrence. */
  readonly start: Moment;
  /** The end of the first occurrence, after its start; may be on a later date. */
  readonly end: Moment;
  /** How it recurs; without one it happens once, and on RDATE's dates. */
  readonly rrule: RecurrenceRule | undefined;
  /** What does not happen, whoever gives it; applies to the only occurrence of a one-off too. */
  readonly exdates: readonly DateOrTime[];
  /** What happens besides; may be before `start`. */
  readonly rdates: readonly DateOrTime[];
}
