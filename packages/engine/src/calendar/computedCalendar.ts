import type { Calendar } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import type { IntervalSet } from '../interval/set.js';
import type { DateSpan, Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { Blocked, BookedTime } from './blocked.js';
import type { WorkPeriod } from './configuration.js';
import type { ServiceAvailability } from './services.js';
import type { Slot } from './slots.js';
import type { OddWindow, Window } from './windows.js';

/** All that is known of one calendar over a horizon: what its findings are made of. */
export interface CalendarFacts {
  readonly calendar: Calendar;
  readonly zone: Zone;
  /** The requested horizon as far as Docplanner takes slots. */
  readonly horizon: Horizon;
  readonly dates: readonly DateSpan[];
  /** From the first instant of the horizon to the end of its last date. */
  readonly span: Interval<Instant>;
  /** What closures leave of the windows. */
  readonly windows: readonly Window[];
  readonly odd: readonly OddWindow[];
  readonly emptySchedules: readonly string[];
  readonly availability: ServiceAvailability;
  readonly basePeriods: readonly WorkPeriod[];
  readonly workPeriods: readonly WorkPeriod[];
  readonly slots: readonly Slot[];
  /** Breaks and active bookings, sorted by start. */
  readonly blocked: readonly Blocked[];
  readonly blockedTime: IntervalSet<Instant>;
  readonly breaks: readonly Blocked[];
  readonly booked: readonly BookedTime[];
  readonly breaksToSend: readonly Blocked[];
}
