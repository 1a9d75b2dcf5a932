import type { CalendarAddress } from '@slotwright/engine';
import type { PlanBasis } from '@slotwright/engine/plan';
import { recordOf, type State } from '../state/state.js';

/** Stands for a state that knows of no calendar: whether it has been written yet makes no difference. */
const NOTHING_KNOWN = { lineage: 'new', serial: 0 };

/** A calendar by the document's id, and where it is. */
export interface PlacedCalendar extends CalendarAddress {
  readonly calendar: string;
}

/** What plans of these calendars are made from. */
export function basisOf(state: State, calendars: readonly PlacedCalendar[]): PlanBasis {
  const { lineage, serial } = state;
  return {
    ...(Object.keys(state.calendars).length === 0 ? NOTHING_KNOWN : { lineage, serial }),
    published: new Map(calendars.map((each) => [each.calendar, recordOf(state, each).published])),
  };
}
