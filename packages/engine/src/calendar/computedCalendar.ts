import type { Booking, Calendar } from '../document/clinic.js';
import type { IntervalSet } from '../interval/set.js';
import type { DateSpan, Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import type { ServiceAvailability } from './availability.js';
import type { Blocked } from './blocked.js';
import type { WorkPeriod } from './configuration.js';
import type { Slot } from './slots.js';
import type { UnbookedCalendar } from './unbookedCalendar.js';

/** A calendar computed over a horizon: plain values, instants in minutes since the epoch. */
export interface ComputedCalendar {
  /** What it was computed from. */
  readonly calendar: Calendar;
  /** The time as of which it was computed; starts before it are no slots. */
  readonly now: Instant;
  /** As far as Docplanner takes slots; empty (`through` before `from`) if it starts beyond that. */
  readonly horizon: Horizon;
  /** The local dates of the horizon that exist, with their first instants. */
  readonly dates: readonly DateSpan[];
  /** What the schedules offer, blocked time not considered. */
  readonly basePeriods: readonly WorkPeriod[];
  /** What is sent: base periods less carved time. */
  readonly workPeriods: readonly WorkPeriod[];
  /** What patients see: starts at or after `now`. */
  readonly slots: readonly Slot[];
  /** Breaks, and active bookings with their buffers, that overlap the horizon, sorted by start. */
  readonly blocked: readonly Blocked[];
  /** Those of them for the breaks endpoint. */
  readonly breaksToSend: readonly Blocked[];
}

/** A computed calendar with its intermediate results. */
export interface CalendarSteps extends ComputedCalendar, UnbookedCalendar {
  /** The slots of whole dates, also those before `now`. */
  readonly freeSlots: readonly Slot[];
  readonly blockedTime: IntervalSet<Instant>;
}

/** A computed calendar with all that its findings are made of. */
export interface DetailedCalendar extends CalendarSteps {
  readonly availability: ServiceAvailability;
  /** The active bookings that overlap the span, buffers aside, in the document's order. */
  readonly visits: readonly Booking[];
}
