import { recordOf, type State } from '@slotwright/adapter';
import type { CalendarAddress, PlanBasis } from '@slotwright/engine';

/** Stands for a state that knows of no calendar: whether it has been written yet makes no difference. */
const NOTHING_KNOWN = { lineage: 'new', serial: 0 };

/** A calendar and where it is at Docplanner. */
export interface PlacedCalendar {
  readonly id: string;
  readonly address: CalendarAddress;
}

/** What plans of these calendars are made from. */
export function basisOf(state: State, calendars: readonly PlacedCalendar[]): PlanBasis {
  const { lineage, serial } = state;
  return {
    ...(Object.keys(state.calendars).length === 0 ? NOTHING_KNOWN : { lineage, serial }),
    published: new Map(
      calendars.map(({ id, address }) => [id, recordOf(state, address).published]),
    ),
  };
}
