import type { Calendar } from '../document/clinic.js';
import type { Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import { calendarFacts } from './computeCalendar.js';
import type { Slot } from './slots.js';

/**
 * The slots of a calendar that patients could book, without looking for findings.
 *
 * Law: they are the `slots` of `computeCalendar`.
 *
 * @example
 * computeSlots(calendar, monday, now).map(({ addressServiceIds }) => addressServiceIds)
 * // => [['7'], ['7']]
 */
export function computeSlots(
  calendar: Calendar,
  requested: Horizon,
  now: Instant,
): readonly Slot[] {
  return calendarFacts(calendar, requested, now).slots;
}
