import type { LocalDate } from '../../time/units.js';
import { DATE_PATTERN } from '../patterns.js';
import { optional } from '../shape/record.js';
import { textOf } from '../shape/scalars.js';
import { at, type ErrorCollector } from './errorCollector.js';
import { exactlyOne } from './forms.js';
import { type Parent, tried } from './record.js';
import { readDate } from './times.js';

const date = textOf('a date such as 2026-12-24', { pattern: DATE_PATTERN });

/** The keys of what is for one date, or for the dates of a range. */
export const dateRangeFields = {
  date: optional(date, 'The one date, such as 2026-12-24.'),
  from: optional(date, 'The first date, instead of date.'),
  through: optional(date, 'The last date, beside from.'),
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
export function readDateRange(dated: WithDates, errors: ErrorCollector): DateRange | undefined {
  const { known, path } = dated;
  const has = (key: string) => tried(dated, key);
  const date = readDate(known.date, path, 'date', errors);
  const from = readDate(known.from, path, 'from', errors);
  const through = readDate(known.through, path, 'through', errors);
  const keys = ['date', 'from', 'through'];
  const given = keys.filter((key) => dated.given[key] !== undefined);
  if (!keys.some(has) || (given.length > 1 && given.includes('date'))) {
    errors.add(path, { type: 'not-exactly-one', given }, 'either date, or from and through');
    return undefined;
  }
  for (const key of ['from', 'through'] as const) {
    if (has('date') || has(key)) continue;
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
