import * as z from 'zod';
import type { ZoneId } from '../../time/zoneId.js';
import type { Break, Publish } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { readItemsWithIds } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, shapeOf } from './record.js';
import { readRecurring, recurringFrame, recurringKeys } from './recurring.js';
import { idText, oneOf, shortText } from './text.js';

/** The words for how blocked time reaches Docplanner. */
export const PUBLISH = ['carve', 'break', 'none'] as const satisfies readonly Publish[];

export const breakSchema = z
  .strictObject({
    id: idText.describe('Unique among the breaks of the calendar.'),
    ...recurringKeys,
    description: shortText
      .optional()
      .describe('What Docplanner shows with the break to the doctor; the id if left out.'),
    publish: oneOf(PUBLISH)
      .optional()
      .describe(
        'carve: cut out of the work periods (default with rrule). break: sent as a break (default without). none: Docplanner knows it already.',
      ),
  })
  .describe('Time in which nothing can be booked.');

const FRAME = breakSchema.extend(recurringFrame);
const LIST = {
  key: 'breaks',
  least: 0,
  most: MAX_ITEMS.breaks,
  absent: 'is-empty',
  shape: shapeOf('a break with id, start and end', FRAME, FRAME.partial()),
} as const;

/** Reads a calendar's breaks. */
export function readBreaks(
  calendar: Parent,
  zone: ZoneId | undefined,
  reading: Reading,
): readonly Break[] {
  return readItemsWithIds(LIST, calendar, reading.errors, (read) => {
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
