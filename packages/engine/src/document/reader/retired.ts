import { addressKey, type CalendarAddress } from '../address.js';
import { MAX_ITEMS } from '../limits.js';
import { recordList } from '../shape/list.js';
import { record, required } from '../shape/record.js';
import { idText } from '../shape/scalars.js';
import { type ErrorCollector, uniqueness } from './errorCollector.js';
import { readItems } from './list.js';
import type { Parent } from './record.js';

/** The keys of a calendar's place at Docplanner. */
export const addressFields = {
  facilityId: required(idText, "Docplanner's id of the facility."),
  doctorId: required(idText, "Docplanner's id of the doctor."),
  addressId: required(idText, "Docplanner's id of the address."),
};

const retired = record('an object with facilityId, doctorId and addressId', addressFields, {
  description: 'The place of a calendar of an earlier document.',
});

export const retiredList = recordList('retired', retired, {
  items: 'places',
  most: MAX_ITEMS.retired,
});

/** Reads a document's `retired`: each place once, and none that is `inUse`, by the id of the calendar there. */
export function readRetired(
  document: Parent,
  inUse: ReadonlyMap<string, string>,
  errors: ErrorCollector,
): readonly CalendarAddress[] {
  const unique = uniqueness('each place once', errors);
  return readItems(retiredList, document, errors, ({ whole, path }) => {
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
