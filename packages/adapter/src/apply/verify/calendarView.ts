import type { Instant, KnownCalendar } from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import type { CalendarStatus } from '../../wire/calendar.js';
import type { PlacedSlots } from './remoteCalendar.js';

/** What was seen of a calendar at Docplanner before its plan was made. */
export interface CalendarView {
  /** What is published as far as Docplanner shows it: what the plan was made from. */
  readonly published: KnownCalendar;
  /** Local dates that show what was sent for them. */
  readonly confirmed: readonly string[];
  /** Those of them whose last PUT is certain to have been processed. */
  readonly settled: readonly string[];
  /** The free slots of the horizon. */
  readonly slots: PlacedSlots;
  /** When bookings, and breaks that are not ours, hide slots. */
  readonly foreign: readonly Interval<Instant>[];
  /** Undefined where slots are shown or none are expected, so that nobody had to ask. */
  readonly status: CalendarStatus | undefined;
  /** Bookings there are not those that the document knows. */
  readonly bookingsChanged: boolean;
  /** Requests that this took. */
  readonly reads: number;
}
