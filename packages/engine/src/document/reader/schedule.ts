import type { Zone } from '../../time/zone.js';
import type { Schedule } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { recordList } from '../shape/list.js';
import { optional, record, required } from '../shape/record.js';
import { idText } from '../shape/scalars.js';
import { insuranceRecord, readInsurance } from './insurance.js';
import { readItemsWithIds } from './list.js';
import { offersField, readOffers } from './offer.js';
import type { Reading } from './reading.js';
import type { Parent } from './record.js';
import { readRecurring, recurringFields } from './recurring.js';
import type { Services } from './service.js';

const schedule = record(
  'a schedule with id, start and end',
  {
    id: required(idText, 'Unique among the schedules of the calendar.'),
    ...recurringFields,
    services: offersField,
    insurance: optional(insuranceRecord),
  },
  { description: 'Opening hours: the windows of time in which services can be booked.' },
);

export const scheduleList = recordList('schedules', schedule, { most: MAX_ITEMS.schedules });

/** Reads a calendar's schedules. */
export function readSchedules(
  calendar: Parent,
  services: Services,
  zone: Zone | undefined,
  reading: Reading,
): readonly Schedule[] {
  return readItemsWithIds(scheduleList, calendar, reading.errors, (schedule) => {
    const recurring = readRecurring(schedule, zone, reading);
    const offers = readOffers(schedule, services, reading.errors);
    const insurance = readInsurance(schedule, reading.errors);
    if (schedule.whole === undefined || recurring === undefined) return undefined;
    return { id: schedule.whole.id, ...recurring, offers, insurance };
  });
}
