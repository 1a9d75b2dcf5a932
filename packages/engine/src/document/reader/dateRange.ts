import type { LocalDate } from '../../time/units.js';
import { DATE_PATTERN } from '../patterns.js';
import { at, type ErrorCollector } from './errorCollector.js';
import { exactlyOne } from './forms.js';
import type { Parent } from './record.js';
import { textOf } from './text.js';
import { readDate } from './times.js';

const DATE = 'a date such as 2026-12-24';

/** The keys of what is for one date, or for the dates of a range. */
export const dateRangeKeys = {
  date: textOf(DATE, DATE_PATTERN).optional().describe('The one date, such as 2026-12-24.'),
  from: textOf(DATE, DATE_PATTERN).optional().describe('The first date, instead of date.'),
  through: textOf(DATE, DATE_PATTERN).optional().describe('The last date, beside from.'),
};

/** The same for the JSON Schema. */
export const dateRangeForms = exactlyOne(['date'], ['from', 'through']);

/** Whole dates, both inclusive. */
export interface DateRange {
  readonly from: LocalDate;
  readonly through: LocalDate;
}

interface WithDates extends Parent {
  readonly known: {
    readonly date?: string | undefined;
    readonly from?: string | undefined;
    readonly through?: string | undefined;
  } & Parent['known'];
}

/** Reads `date`, or `from` and `through`. */
export function readDateRange(
  { known, path, tried }: WithDates,
  errors: ErrorCollector,
): DateRange | undefined {
  const date = readDate(known.date, at(path, 'date'), errors);
  const from = readDate(known.from, at(path, 'from'), errors);
  const through = readDate(known.through, at(path, 'through'), errors);
  const given = ['date', 'from', 'through'].filter(tried);
  if (given.length === 0 || (given.length > 1 && tried('date'))) {
    errors.add(path, { type: 'not-exactly-one', given }, 'either date, or from and through');
    return undefined;
  }
  for (const key of ['from', 'through'] as const) {
    if (tried('date') || tried(key)) continue;
    errors.add(at(path, key), { type: 'missing' }, 'a date, beside the other end of the range');
  }
  if (date !== undefined) return { from: date, through: date };
  if (from === undefined || through === undefined) return undefined;
  if (through < from) {
    const expected = 'a date that is not before from';
    errors.add(at(path, 'through'), { type: 'end-not-after-start' }, expected);
    return undefined;
  }
  return { from, through };
}
