import type { Json } from '../answers/json.js';
import type { Break } from '../state/sandboxState.js';
import { formatTimestamp } from '../time/zone.js';

/** Break of the Docplanner API, section 10. */
export function breakView(calendarBreak: Break, zone: string): { readonly [key: string]: Json } {
  return {
    id: calendarBreak.id,
    since: formatTimestamp(calendarBreak.since, zone),
    till: formatTimestamp(calendarBreak.till, zone),
    description: calendarBreak.description,
  };
}
