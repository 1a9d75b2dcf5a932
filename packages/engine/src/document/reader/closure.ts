import * as z from 'zod';
import type { Closure } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { dateRangeForms, dateRangeKeys, readDateRange } from './dateRange.js';
import { datesSchema, readDates } from './dates.js';
import { type ItemList, readItems } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, shapeOf } from './record.js';
import { readRule, ruleText } from './rule.js';
import { shortText, unread } from './text.js';

export const closureSchema = z
  .strictObject({
    ...dateRangeKeys,
    rrule: ruleText.describe(
      'How the date recurs: the value of an RFC 5545 RRULE, such as FREQ=MONTHLY;BYDAY=1MO.',
    ),
    exdates: datesSchema.describe('Dates of the rule that are not closed.'),
    rdates: datesSchema.describe('More dates that are closed.'),
    reason: shortText.optional().describe('Why; for people only.'),
  })
  .meta(dateRangeForms)
  .describe('No availability on these local dates.');

const FRAME = closureSchema.extend({ exdates: unread, rdates: unread });
type Whole = z.output<typeof FRAME>;

const LIST: ItemList<Whole, Whole> = {
  key: 'closures',
  least: 0,
  most: MAX_ITEMS.closures,
  absent: 'is-empty',
  shape: shapeOf('either date, or from and through', FRAME, FRAME),
};

/** Reads the closures of a document or of a calendar. */
export function readClosures(parent: Parent, reading: Reading): readonly Closure[] {
  const { errors } = reading;
  return readItems(LIST, parent, errors, (closure) => {
    const { known, path, tried } = closure;
    const range = readDateRange(closure, errors);
    const rrule = readRule(known.rrule, tried('date') ? range?.from : undefined, closure, reading);
    const exdates = readDates(closure, 'exdates', errors);
    const rdates = readDates(closure, 'rdates', errors);
    const recurring = ['rrule', 'exdates', 'rdates'].filter(tried);
    if (tried('from') && tried('through') && recurring.length > 0) {
      const given = ['from', ...recurring];
      errors.add(path, { type: 'not-exactly-one', given }, 'date where a closure recurs');
    }
    if (range === undefined) return undefined;
    return { ...range, rrule, exdates, rdates, reason: known.reason };
  });
}
