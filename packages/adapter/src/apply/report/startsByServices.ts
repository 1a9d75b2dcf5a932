import { groupBy, type NamedService, serviceText, timeOfDay } from '@slotwright/engine/plan';
import type { Start } from './dateDifference.js';

/** Starts of a date that are for the same services. */
export interface NamedStarts {
  /** `First visit (12345), Follow-up (67890)`; empty where the calendar has only one to choose from. */
  readonly services: string;
  /** `09:00` */
  readonly times: readonly string[];
}

/** Puts starts of a date together that are for the same services; `known` are those of the calendar. */
export function startsByServices(
  starts: readonly Start[],
  known: readonly NamedService[],
): readonly NamedStarts[] {
  const groups = groupBy(starts, ({ services }) => namesOf(services, known));
  return [...groups].map(([services, own]) => ({
    services,
    times: own.map(({ start }) => timeOfDay(start)),
  }));
}

function namesOf(services: readonly string[], known: readonly NamedService[]): string {
  const [only] = known;
  const isOnly = known.length === 1 && services.every((id) => id === only?.addressServiceId);
  return isOnly ? '' : services.map((id) => serviceText(id, known)).join(', ');
}
