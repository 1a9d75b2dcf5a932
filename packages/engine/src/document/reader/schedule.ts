import * as z from 'zod';
import type { ZoneId } from '../../time/zoneId.js';
import type { Schedule } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { insuranceSchema, readInsurance } from './insurance.js';
import { readItems } from './items.js';
import type { ListSpec } from './list.js';
import { offersSchema, readOffers } from './offer.js';
import type { Reading } from './reading.js';
import { type Parent, shapeOf } from './record.js';
import { readRecurring, recurringFrame, recurringKeys } from './recurring.js';
import type { Services } from './service.js';
import { idText, unread } from './text.js';

export const scheduleSchema = z
  .strictObject({
    id: idText.describe('Unique among the schedules of the calendar.'),
    ...recurringKeys,
    services: offersSchema.optional(),
    insurance: insuranceSchema.optional(),
  })
  .describe('Opening hours: the windows of time in which services can be booked.');

const FRAME = scheduleSchema.extend({ ...recurringFrame, services: unread, insurance: unread });
const SHAPE = shapeOf('a schedule with id, start and end', FRAME, FRAME.partial());
const LIST: ListSpec = {
  items: 'schedules',
  least: 0,
  most: MAX_ITEMS.schedules,
  absent: 'is-empty',
};

/** Reads a calendar's schedules. */
export function readSchedules(
  raw: unknown,
  calendar: Parent,
  services: Services,
  zone: ZoneId | undefined,
  reading: Reading,
): readonly Schedule[] {
  return readItems(SHAPE, LIST, raw, calendar, 'schedules', reading, (read) => {
    const recurring = readRecurring(read.known, read, zone, reading);
    const offers = readOffers(read.known.services, read, services, reading);
    const insurance = readInsurance(read.known.insurance, read, reading);
    if (read.whole === undefined || recurring === undefined) return undefined;
    return { id: read.whole.id, ...recurring, offers, insurance };
  });
}
