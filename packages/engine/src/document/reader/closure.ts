import * as z from 'zod';
import type { LocalDate } from '../../time/units.js';
import type { Closure } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { at } from '../path.js';
import { readDate } from './dates.js';
import { type ListSpec, readList } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, type ReadRecord, readRecord, shapeOf } from './record.js';
import { shortText, textOf } from './text.js';

const DATE = 'a date such as 2026-12-24';
const EXPECTED = 'either date, or from and through';

export const closureSchema = z
  .strictObject({
    date: textOf(DATE).optional().describe('The one date that is closed.'),
    from: textOf(DATE).optional().describe('The first date that is closed.'),
    through: textOf(DATE).optional().describe('The last date that is closed.'),
    reason: shortText.optional().describe('Why; for people only.'),
  })
  .meta({ oneOf: [{ required: ['date'] }, { required: ['from', 'through'] }] })
  .describe('No availability on these local dates.');

type Known = z.output<typeof closureSchema>;

const SHAPE = shapeOf(EXPECTED, closureSchema, closureSchema);
const LIST: ListSpec = {
  items: 'closures',
  least: 0,
  most: MAX_ITEMS.closures,
  absent: 'is-empty',
};

/** Reads the closures of a document or of a calendar. */
export function readClosures(
  raw: unknown,
  parent: Parent,
  { errors }: Reading,
): readonly Closure[] {
  const list = at(parent.path, 'closures');
  const items = readList(LIST, raw, parent, 'closures', errors) ?? [];
  return items.flatMap((item, index) => {
    const read = readRecord(SHAPE, item, at(list, index), errors);
    const dates = read === undefined ? undefined : readRange(read, errors);
    return dates === undefined
      ? []
      : [{ ...dates, rrule: undefined, exdates: [], rdates: [], reason: read?.known.reason }];
  });
}

function readRange(
  { known, path, tried }: ReadRecord<Known, Known>,
  errors: Reading['errors'],
): { readonly from: LocalDate; readonly through: LocalDate } | undefined {
  const date = readDate(known.date, at(path, 'date'), errors);
  const from = readDate(known.from, at(path, 'from'), errors);
  const through = readDate(known.through, at(path, 'through'), errors);
  const given = ['date', 'from', 'through'].filter(tried);
  if (given.length === 0 || (given.length > 1 && tried('date'))) {
    errors.add(path, { type: 'not-exactly-one', given }, EXPECTED);
    return undefined;
  }
  for (const key of ['from', 'through'] as const) {
    if (tried('date') || tried(key)) continue;
    errors.add(at(path, key), { type: 'missing' }, 'a date, beside the other end of the closure');
  }
  if (date !== undefined) return { from: date, through: date };
  if (from === undefined || through === undefined) return undefined;
  if (through < from) {
    const expected = 'a date that is not before from';
    errors.add(at(path, 'through'), { type: 'end-not-after-start' }, expected);
  }
  return { from, through };
}
