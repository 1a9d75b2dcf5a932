import type { Override } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { recordList } from '../shape/list.js';
import { record, required } from '../shape/record.js';
import { dateRangeFields, dateRangeForms, readDateRange } from './dateRange.js';
import { at, type ErrorCollector } from './errorCollector.js';
import { readItems } from './list.js';
import { onePerDate } from './onePerDate.js';
import { type Parent, tried } from './record.js';
import type { Services } from './service.js';
import { readWindows, windowList } from './window.js';

const override = record(
  'an override with date and windows',
  {
    ...dateRangeFields,
    windows: required(windowList, 'The times of day that are open; [] is closed.'),
  },
  {
    ...dateRangeForms,
    description: 'Dates whose windows replace those that the schedules start on them.',
  },
);

export const overrideList = recordList('overrides', override, { most: MAX_ITEMS.overrides });

/** Reads a calendar's overrides, at most one for a date. */
export function readOverrides(
  calendar: Parent,
  services: Services,
  errors: ErrorCollector,
): readonly Override[] {
  const checkFree = onePerDate(errors);
  return readItems(overrideList, calendar, errors, (override) => {
    const range = readDateRange(override, errors);
    if (range !== undefined) {
      checkFree(range, at(override.path, tried(override, 'date') ? 'date' : 'from'));
    }
    const windows = readWindows(override, services, errors);
    return range === undefined ? undefined : { ...range, windows };
  });
}
