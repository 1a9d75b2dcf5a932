import type { CalendarAddress } from '@slotwright/engine';
import type { CalendarBasis, PlanBasis } from '@slotwright/engine/plan';
import type { KnownCalendars } from '../state/knownCalendars.js';

/** A calendar by the document's id, and where it is. */
export interface PlacedCalendar extends CalendarAddress {
  readonly calendar: string;
}

/** What plans of these calendars are made from. */
export function basisOf(known: KnownCalendars, calendars: readonly PlacedCalendar[]): PlanBasis {
  return new Map(
    calendars.map((each): [string, CalendarBasis] => {
      const { lineage, serial, record } = known.of(each);
      return [each.calendar, { lineage, serial, published: record.published }];
    }),
  );
}
