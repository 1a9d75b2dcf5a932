import * as z from 'zod';
import { formatDate } from '../../time/date.js';
import { type LocalDate, plus } from '../../time/units.js';
import type { Override } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { type DateRange, dateRangeForms, dateRangeKeys, readDateRange } from './dateRange.js';
import { at, duplicateOf, type ErrorCollector, type Path } from './errorCollector.js';
import { readItems } from './list.js';
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

/** Reports every range of dates that meets an earlier one. */
function onePerDate(errors: ErrorCollector): (range: DateRange, path: Path) => void {
  const earlier: { readonly range: DateRange; readonly path: Path }[] = [];
  /** The dates of the earlier ones: sorted ranges that neither meet nor abut. */
  const taken: DateRange[] = [];

  const firstTaken = ({ from, through }: DateRange): LocalDate | undefined => {
    const near = taken[placeOf(from)];
    if (near === undefined || near.from > through) return undefined;
    return near.from > from ? near.from : from;
  };
  /** The place of the first taken range that ends on `date` or later. */
  const placeOf = (date: number): number => {
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const range = taken[middle];
      if (range !== undefined && range.through < date) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const take = ({ from, through }: DateRange): void => {
    const place = placeOf(from - 1);
    let end = place;
    let whole = { from, through };
    for (let next = taken[end]; next !== undefined && next.from <= plus(through, 1); ) {
      whole = {
        from: next.from < whole.from ? next.from : whole.from,
        through: next.through > whole.through ? next.through : whole.through,
      };
      end += 1;
      next = taken[end];
    }
    taken.splice(place, end - place, whole);
  };

  return (range, path) => {
    const date = firstTaken(range);
    if (date !== undefined) {
      const problem = () => {
        const first = earlier.find(
          ({ range: { from, through } }) => from <= date && date <= through,
        );
        return duplicateOf(first?.path ?? path, formatDate(date));
      };
      errors.add(path, problem, 'one override for a date');
    }
    earlier.push({ range, path });
    take(range);
  };
}
