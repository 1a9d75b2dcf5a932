import * as z from 'zod';
import type { Override } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { dateRangeForms, dateRangeKeys, readDateRange } from './dateRange.js';
import { at, type ErrorCollector } from './errorCollector.js';
import { readItems } from './list.js';
import { onePerDate } from './onePerDate.js';
import { type Parent, shapeOf } from './record.js';
import type { Services } from './service.js';
import { unread } from './text.js';
import { readWindows, windowsSchema } from './window.js';

export const overrideSchema = z
  .strictObject({ ...dateRangeKeys, windows: windowsSchema })
  .meta(dateRangeForms)
  .describe('Dates whose windows replace those that the schedules start on them.');

const FRAME = overrideSchema.extend({ windows: unread });
const LIST = {
  key: 'overrides',
  least: 0,
  most: MAX_ITEMS.overrides,
  absent: 'is-empty',
  shape: shapeOf('an override with date and windows', FRAME, FRAME.partial()),
} as const;

/** Reads a calendar's overrides, at most one for a date. */
export function readOverrides(
  calendar: Parent,
  services: Services,
  errors: ErrorCollector,
): readonly Override[] {
  const checkFree = onePerDate(errors);
  return readItems(LIST, calendar, errors, (override) => {
    const range = readDateRange(override, errors);
    if (range !== undefined) {
      checkFree(range, at(override.path, override.tried('date') ? 'date' : 'from'));
    }
    const windows = readWindows(override, services, errors);
    return range === undefined ? undefined : { ...range, windows };
  });
}
