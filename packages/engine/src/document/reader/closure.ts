import type { Closure } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { recordList } from '../shape/list.js';
import { optional, record } from '../shape/record.js';
import { shortText } from '../shape/scalars.js';
import { dateRangeFields, dateRangeForms, readDateRange } from './dateRange.js';
import { datesAt, readDates } from './dates.js';
import { readItems } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, tried } from './record.js';
import { readRule, ruleText } from './rule.js';

const EXDATES = datesAt('exdates');
const RDATES = datesAt('rdates');

const closure = record(
  'either date, or from and through',
  {
    ...dateRangeFields,
    rrule: optional(
      ruleText,
      'How the date recurs: the value of an RFC 5545 RRULE, such as FREQ=MONTHLY;BYDAY=1MO.',
    ),
    exdates: optional(EXDATES, 'Dates of the rule that are not closed.'),
    rdates: optional(RDATES, 'More dates that are closed.'),
    reason: optional(shortText, 'Why; for people only.'),
  },
  { ...dateRangeForms, description: 'No availability on these local dates.' },
);

/** The `closures` of a document or of a calendar. */
export const closureList = recordList('closures', closure, { most: MAX_ITEMS.closures });

/** Reads the closures of a document or of a calendar. */
export function readClosures(parent: Parent, reading: Reading): readonly Closure[] {
  const { errors } = reading;
  return readItems(closureList, parent, errors, (closure) => {
    const { known, path } = closure;
    const has = (key: string) => tried(closure, key);
    const range = readDateRange(closure, errors);
    const rrule = readRule(known.rrule, has('date') ? range?.from : undefined, closure, reading);
    const exdates = readDates(closure, EXDATES, errors);
    const rdates = readDates(closure, RDATES, errors);
    const recurring = ['rrule', 'exdates', 'rdates'].filter(has);
    if (has('from') && has('through') && recurring.length > 0) {
      const given = ['from', ...recurring];
      errors.add(path, { type: 'not-exactly-one', given }, 'date where a closure recurs');
    }
    if (range === undefined) return undefined;
    return { ...range, rrule, exdates, rdates, reason: known.reason };
  });
}
