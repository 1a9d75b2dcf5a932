import type { Moment } from '../time/iso.js';
import type { LocalDate, WallTime } from '../time/units.js';
import type { RecurrenceRule } from './rule.js';

/** EXDATE, RDATE: every occurrence that starts on a date, or one that starts at a local time. */
export type DateOrTime =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'time'; readonly wall: WallTime };

/** An event template: its first occurrence and how it recurs. Recurring ones have local times. */
export interface Recurring {
  readonly start: Moment;
  readonly end: Moment;
  readonly rrule: RecurrenceRule | undefined;
  readonly exdates: readonly DateOrTime[];
  readonly rdates: readonly DateOrTime[];
}
