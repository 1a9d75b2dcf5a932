import type { Calendar } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import type { IntervalSet } from '../interval/set.js';
import type { DateSpan, Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { Blocked, BookedTime } from './blocked.js';
import type { WorkPeriod } from './configuration.js';
import type { ServiceAvailability } from './serviceAvailability.js';
import type { Slot } from './slots.js';
import type { OddWindow, Window } from './windows.js';

/** A calendar computed over a horizon: plain values, instants in minutes since the epoch. */
export interface ComputedCalendar {
  /** What it was computed from. */
  readonly calendar: Calendar;
  /** As far as Docplanner takes slots; empty (`through` before `from`) if it starts beyond that. */
  readonly horizon: Horizon;
  /** The local dates of the horizon that exist, with their first instants. */
  readonly dates: readonly DateSpan[];
  /** What the schedules offer, blocked time not considered. */
  readonly basePeriods: readonly WorkPeriod[];
  /** What is sent: base periods less carved time. */
  readonly workPeriods: readonly WorkPeriod[];
  /** What patients see. */
  readonly slots: readonly Slot[];
  /** Breaks and active bookings that overlap the horizon, sorted by start. */
  readonly blocked: readonly Blocked[];
  /** Those of them for the breaks endpoint. */
  readonly breaksToSend: readonly Blocked[];
}

/** A computed calendar with the intermediate results that its findings are made of. */
export interface DetailedCalendar extends ComputedCalendar {
  readonly zone: Zone;
  /** From the first instant of the horizon to the end of its last date. */
  readonly span: Interval<Instant>;
  /** What closures leave of the windows. */
  readonly windows: readonly Window[];
  readonly odd: readonly OddWindow[];
  readonly emptySchedules: readonly string[];
  readonly availability: ServiceAvailability;
  readonly blockedTime: IntervalSet<Instant>;
  readonly breaks: readonly Blocked[];
  readonly booked: readonly BookedTime[];
}
