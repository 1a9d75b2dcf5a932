import type { Calendar, ComputedDocument } from '@slotwright/engine';
import { groupBy } from '@slotwright/engine/plan';
import { type Choice, computed } from './compute.js';

/** So many calendars are in memory at once, more only where one doctor has more. */
const CALENDARS_AT_ONCE = 50;

/**
 * Computes a document some doctors at a time, so that whoever needs little of each calendar can let it go.
 *
 * Law: the calendars of all parts are those of the whole, with the same findings.
 */
export function* computedInParts(
  choice: Choice,
  atOnce = CALENDARS_AT_ONCE,
): Generator<ComputedDocument> {
  for (const calendars of parts(choice, atOnce)) yield computed(choice, calendars);
}

function parts({ document, calendars }: Choice, atOnce: number): readonly (readonly Calendar[])[] {
  // What a document accepts in vain is known when all of it is computed.
  if (document.accept.length > 0) return [calendars];
  let part: Calendar[] = [];
  const all = [part];
  for (const own of groupBy(calendars, ({ doctorId }) => doctorId).values()) {
    if (part.length >= atOnce) {
      part = [];
      all.push(part);
    }
    for (const calendar of own) part.push(calendar);
  }
  return all;
}
