import * as z from 'zod';
import type { ZoneId } from '../../time/zoneId.js';
import type { Break } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { readItems } from './items.js';
import type { ListSpec } from './list.js';
import { PUBLISH } from './publish.js';
import type { Reading } from './reading.js';
import { type Parent, shapeOf } from './record.js';
import { readRecurring, recurringFrame, recurringKeys } from './recurring.js';
import { idText, oneOf, shortText } from './text.js';

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
const SHAPE = shapeOf('a break with id, start and end', FRAME, FRAME.partial());
const LIST: ListSpec = { items: 'breaks', least: 0, most: MAX_ITEMS.breaks, absent: 'is-empty' };

/** Reads a calendar's breaks. */
export function readBreaks(
  raw: unknown,
  calendar: Parent,
  zone: ZoneId | undefined,
  reading: Reading,
): readonly Break[] {
  return readItems(SHAPE, LIST, raw, calendar, 'breaks', reading, (read) => {
    const recurring = readRecurring(read.known, read, zone, reading);
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
