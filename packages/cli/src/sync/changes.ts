import { recordOf, type State } from '@slotwright/adapter';
import {
  type ComputedDocument,
  type PlanFile,
  planFile,
  type Split,
  type SyncPlan,
  syncPlan,
} from '@slotwright/engine';
import { basisOf, type PlacedCalendar } from './basis.js';

/** What is to be sent: only what differs from what the state says was published. */
export function changesSince(state: State, result: ComputedDocument, split: Split): PlanFile {
  const plans = result.calendars.map((each): SyncPlan => {
    const { published, perDate } = recordOf(state, each.calendar);
    // Where the server has refused several dates in one request, it is not asked again.
    const own: Split = perDate ? { type: 'one-per-date' } : split;
    return syncPlan(each, published, undefined, own);
  });
  return planFile(result, plans, basisOf(state, placesOf(result)));
}

/** The calendars of which it is not known what became of the last call that an earlier apply made. */
export function callsInFlight(state: State, { calendars }: ComputedDocument): readonly string[] {
  return calendars
    .filter(({ calendar }) => recordOf(state, calendar).pending !== undefined)
    .map(({ calendar }) => calendar.id);
}

/** The calendars of a computed document, and where they are. */
export function placesOf({ calendars }: ComputedDocument): readonly PlacedCalendar[] {
  return calendars.map(({ calendar }) => ({ id: calendar.id, address: calendar }));
}

/** The calendars of a plan, and where they are. */
export function calendarsOf({ calendars }: PlanFile): readonly PlacedCalendar[] {
  return calendars.map((each) => ({ id: each.calendar, address: each }));
}
