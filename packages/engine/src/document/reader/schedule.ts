import * as z from 'zod';
import type { ZoneId } from '../../time/zoneId.js';
import type { Schedule } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { insuranceSchema, readInsurance } from './insurance.js';
import { readItemsWithIds } from './list.js';
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
const LIST = {
  key: 'schedules',
  least: 0,
  most: MAX_ITEMS.schedules,
  absent: 'is-empty',
  shape: shapeOf('a schedule with id, start and end', FRAME, FRAME.partial()),
} as const;

/** Reads a calendar's schedules. */
export function readSchedules(
  calendar: Parent,
  services: Services,
  zone: ZoneId | undefined,
  reading: Reading,
): readonly Schedule[] {
  return readItemsWithIds(LIST, calendar, reading.errors, (schedule) => {
    const recurring = readRecurring(schedule, zone, reading);
    const offers = readOffers(schedule, services, reading.errors);
    const insurance = readInsurance(schedule, reading.errors);
    if (schedule.whole === undefined || recurring === undefined) return undefined;
    return { id: schedule.whole.id, ...recurring, offers, insurance };
  });
}
