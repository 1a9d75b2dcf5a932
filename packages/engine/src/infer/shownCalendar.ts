import type { Interval } from '../interval/interval.js';
import type { Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import type { ZoneId } from '../time/zoneId.js';

/** A service of an address, as far as Docplanner tells of it. */
export interface ShownService {
  /** Docplanner's id of it. */
  readonly addressServiceId: string;
  /** For people. */
  readonly name?: string | undefined;
  /** Minutes of a visit, 1 to 1440; undefined where nobody says. */
  readonly duration?: number | undefined;
}

/** A start that Docplanner shows. */
export interface ShownSlot {
  /** When a visit would begin. */
  readonly start: Instant;
  /** What can be booked then, with the minutes that it takes there, where the answer says so. */
  readonly services: readonly ShownService[];
}

/** What Docplanner shows of one calendar, all of it read at one moment. */
export interface ShownCalendar {
  /** In which its dates are. */
  readonly timezone: ZoneId;
  /** The dates that were read. */
  readonly horizon: Horizon;
  /** When: what a start before it would show is not known. */
  readonly now: Instant;
  /** What the address offers, in the order of preference. */
  readonly services: readonly ShownService[];
  /** Free starts, in any order. */
  readonly slots: readonly ShownSlot[];
  /** The time that breaks and active bookings take: nothing is shown that meets it. */
  readonly hidden: readonly Interval<Instant>[];
}
