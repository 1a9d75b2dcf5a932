import type { Json } from '../state/json.js';
import type { Break } from '../state/world.js';
import { formatTimestamp } from '../time/zone.js';

/** Break of the Docplanner API, section 10. */
export function breakView(pause: Break, zone: string): { readonly [key: string]: Json } {
  return {
    id: pause.id,
    since: formatTimestamp(pause.since, zone),
    till: formatTimestamp(pause.till, zone),
    description: pause.description,
  };
}
