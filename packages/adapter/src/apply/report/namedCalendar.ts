import type { NamedService } from '@slotwright/engine/plan';

/**
 * What texts about a calendar need to know of it: a document's calendars are such. A plan of a file knows the zone
 * and no names; then services are told by their ids.
 */
export interface NamedCalendar {
  /** Its id in the document. */
  readonly id: string;
  /** Times are told in this zone. */
  readonly timezone: string;
  /** Services that have names; others are told by their ids. */
  readonly services: readonly NamedService[];
}

/** A calendar of which nothing is known but its id: times are told as they are written. */
export function namelessCalendar(id: string): NamedCalendar {
  return { id, timezone: '', services: [] };
}
