import * as z from 'zod';
import type { ZoneId } from '../../time/zoneId.js';
import type { Calendar, Closure } from '../clinic.js';
import { calendarId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { bookingSchema, readBookings } from './booking.js';
import { breakSchema, readBreaks } from './break.js';
import { closureSchema, readClosures } from './closure.js';
import { overrideSchema, readOverrides } from './override.js';
import type { Reading } from './reading.js';
import { type ReadRecord, shapeOf } from './record.js';
import { readSchedules, scheduleSchema } from './schedule.js';
import { readServices, serviceSchema } from './service.js';
import { idText, textOf, unread } from './text.js';
import { readZone } from './zone.js';

export const calendarSchema = z
  .strictObject({
    id: idText.describe('Unique in the document; findings and plans name the calendar by it.'),
    facilityId: idText.describe("Docplanner's id of the facility."),
    doctorId: idText.describe("Docplanner's id of the doctor."),
    addressId: idText.describe("Docplanner's id of the address."),
    timezone: textOf('an IANA time zone such as Europe/Madrid')
      .optional()
      .describe("IANA time zone; the document's if left out."),
    services: z
      .array(serviceSchema)
      .min(1)
      .max(MAX_ITEMS.services)
      .describe('The services that can be booked at this address, in the order of preference.'),
    schedules: z
      .array(scheduleSchema)
      .max(MAX_ITEMS.schedules)
      .optional()
      .describe('Opening hours.'),
    overrides: z
      .array(overrideSchema)
      .max(MAX_ITEMS.overrides)
      .optional()
      .describe('Dates that differ from the schedules.'),
    closures: z
      .array(closureSchema)
      .max(MAX_ITEMS.closures)
      .optional()
      .describe('Dates on which this calendar has no availability.'),
    breaks: z
      .array(breakSchema)
      .max(MAX_ITEMS.breaks)
      .optional()
      .describe('Lunch, congresses and other time off.'),
    bookings: z
      .array(bookingSchema)
      .max(MAX_ITEMS.bookings)
      .optional()
      .describe('Appointments that are known already.'),
  })
  .describe('One facility, doctor and address.');

const FRAME = calendarSchema.extend({
  services: unread,
  schedules: unread,
  overrides: unread,
  closures: unread,
  breaks: unread,
  bookings: unread,
});

const PARTIAL = FRAME.partial();

type Whole = z.output<typeof FRAME>;
type Known = z.output<typeof PARTIAL>;

export const CALENDAR = shapeOf(
  'a calendar with id, facilityId, doctorId, addressId and services',
  FRAME,
  PARTIAL,
);

/** Reads one calendar; `zone` and `closures` are the document's. */
export function readCalendar(
  calendar: ReadRecord<Whole, Known>,
  documentZone: ZoneId | undefined,
  documentClosures: readonly Closure[],
  reading: Reading,
): Calendar | undefined {
  const { known, whole } = calendar;
  const own = readZone(known.timezone, calendar.path, reading);
  const timezone = calendar.tried('timezone') ? own : documentZone;
  const services = readServices(known.services, calendar, reading);
  const closures = readClosures(known.closures, calendar, reading);
  const parts = {
    services: services.services,
    schedules: readSchedules(known.schedules, calendar, services, timezone, reading),
    overrides: readOverrides(known.overrides, calendar, services, reading),
    closures: closures.length === 0 ? documentClosures : [...documentClosures, ...closures],
    breaks: readBreaks(known.breaks, calendar, timezone, reading),
    bookings: readBookings(known.bookings, calendar, timezone, reading),
  };
  if (whole === undefined || timezone === undefined) return undefined;
  const { id, facilityId, doctorId, addressId } = whole;
  return { id: calendarId(id), facilityId, doctorId, addressId, timezone, ...parts, accept: [] };
}
