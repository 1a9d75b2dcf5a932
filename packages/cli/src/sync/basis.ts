import { type AddressRef, recordOf, type State } from '@slotwright/adapter';
import type { PlanBasis } from '@slotwright/engine';

/** Stands for the lineage of a state that has not been written yet, as it has none that lasts. */
const NOT_YET_WRITTEN = 'new';

/** A calendar and where it is at Docplanner. */
export interface PlacedCalendar {
  readonly id: string;
  readonly address: AddressRef;
}

/** What plans of these calendars are made from. */
export function basisOf(state: State, calendars: readonly PlacedCalendar[]): PlanBasis {
  return {
    lineage: state.serial === 0 ? NOT_YET_WRITTEN : state.lineage,
    serial: state.serial,
    published: new Map(calendars.map(({ id, address }) => [id, recordOf(state, address).published])),
  };
}
