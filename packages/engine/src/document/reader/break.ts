import type { Zone } from '../../time/zone.js';
import type { Break, Publish } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { recordList } from '../shape/list.js';
import { optional, record, required } from '../shape/record.js';
import { idText, oneOf, shortText } from '../shape/scalars.js';
import { readItemsWithIds } from './list.js';
import type { Reading } from './reading.js';
import type { Parent } from './record.js';
import { readRecurring, recurringFields } from './recurring.js';

/** The words for how blocked time reaches Docplanner. */
export const PUBLISH = ['carve', 'break', 'none'] as const satisfies readonly Publish[];

const calendarBreak = record(
  'a break with id, start and end',
  {
    id: required(idText, 'Unique among the breaks of the calendar.'),
    ...recurringFields,
    description: optional(
      shortText,
      'What Docplanner shows with the break to the doctor; the id if left out.',
    ),
    publish: optional(
      oneOf(PUBLISH),
      'carve: cut out of the work periods (default with rrule). break: sent as a break (default without). none: Docplanner knows it already.',
    ),
  },
  { description: 'Time in which nothing can be booked.' },
);

export const breakList = recordList('breaks', calendarBreak, { most: MAX_ITEMS.breaks });

/** Reads a calendar's breaks. */
export function readBreaks(
  calendar: Parent,
  zone: Zone | undefined,
  reading: Reading,
): readonly Break[] {
  return readItemsWithIds(breakList, calendar, reading.errors, (read) => {
    const recurring = readRecurring(read, zone, reading);
    if (read.whole === undefined || recurring === undefined) return undefined;
    const { id, description, publish, rrule } = read.whole;
    return {
      id,
      ...recurring,
      description: description ?? id,
      publish: publish ?? (rrule === undefined ? 'break' : 'carve'),
    };
  });
}
