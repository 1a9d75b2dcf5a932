import * as z from 'zod';
import { addressKey, type CalendarAddress } from '../address.js';
import type { Calendar } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { type ErrorCollector, uniqueness } from './errorCollector.js';
import { readItems } from './list.js';
import { type Parent, shapeOf } from './record.js';
import { idText } from './text.js';

/** The keys of a calendar's place at Docplanner. */
export const addressKeys = {
  facilityId: idText.describe("Docplanner's id of the facility."),
  doctorId: idText.describe("Docplanner's id of the doctor."),
  addressId: idText.describe("Docplanner's id of the address."),
};

export const retiredSchema = z
  .strictObject(addressKeys)
  .describe('The place of a calendar of an earlier document.');

const LIST = {
  key: 'retired',
  items: 'places',
  least: 0,
  most: MAX_ITEMS.retired,
  absent: 'is-empty',
  shape: shapeOf(
    'an object with facilityId, doctorId and addressId',
    retiredSchema,
    retiredSchema.partial(),
  ),
} as const;

/** Reads a document's `retired`: each place once, and none of one of its `calendars`. */
export function readRetired(
  document: Parent,
  calendars: readonly Calendar[],
  errors: ErrorCollector,
): readonly CalendarAddress[] {
  const unique = uniqueness('each place once', errors);
  const inUse = new Map(calendars.map((calendar) => [addressKey(calendar), calendar.id]));
  return readItems(LIST, document, errors, ({ whole, path }) => {
    if (whole === undefined) return undefined;
    const key = addressKey(whole);
    const calendar = inUse.get(key);
    if (unique(key, path) && calendar !== undefined) {
      const expected = 'a place that no calendar of the document has';
      errors.add(path, { type: 'still-in-use', calendar }, expected);
    }
    return whole;
  });
}
