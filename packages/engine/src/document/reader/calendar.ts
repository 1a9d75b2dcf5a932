import * as z from 'zod';
import type { ZoneId } from '../../time/zoneId.js';
import type { Calendar, Closure } from '../clinic.js';
import { calendarId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { acceptSchema, readAccept } from './accept.js';
import { bookingSchema, readBookings } from './booking.js';
import { breakSchema, readBreaks } from './break.js';
import { closureSchema, readClosures } from './closure.js';
import { readItemsWithIds } from './list.js';
import { overrideSchema, readOverrides } from './override.js';
import type { Reading } from './reading.js';
import { type Parent, shapeOf } from './record.js';
import { addressKeys } from './retired.js';
import { readSchedules, scheduleSchema } from './schedule.js';
import { readServices, serviceSchema } from './service.js';
import { idText, unread } from './text.js';
import { readZone, zoneText } from './zone.js';

export const calendarSchema = z
  .strictObject({
    id: idText.describe('Unique in the document; findings and plans name the calendar by it.'),
    ...addressKeys,
    timezone: zoneText.optional().describe("IANA time zone; the document's if left out."),
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
    accept: acceptSchema.describe('Findings of this calendar that the clinic has looked at.'),
  })
  .describe('One facility, doctor and address.');

const FRAME = calendarSchema.extend({
  services: unread,
  schedules: unread,
  overrides: unread,
  closures: unread,
  breaks: unread,
  bookings: unread,
  accept: unread,
});

const LIST = {
  key: 'calendars',
  least: 0,
  most: MAX_ITEMS.calendars,
  absent: 'is-an-error',
  shape: shapeOf(
    'a calendar with id, facilityId, doctorId, addressId and services',
    FRAME,
    FRAME.partial(),
  ),
} as const;

/** What calendars take from their document. */
export interface Inherited {
  readonly timezone: ZoneId | undefined;
  readonly closures: readonly Closure[];
}

/** Reads the calendars of a document: at least one, unless it names retired ones. */
export function readCalendars(
  document: Parent,
  inherited: Inherited,
  reading: Reading,
): readonly Calendar[] {
  const list = { ...LIST, least: namesRetired(document) ? 0 : 1 } as const;
  return readItemsWithIds(list, document, reading.errors, (calendar) => {
    const { known, whole } = calendar;
    const own = readZone(known.timezone, calendar.path, reading);
    const timezone = calendar.tried('timezone') ? own : inherited.timezone;
    const parts = readParts(calendar, timezone, inherited.closures, reading);
    if (whole === undefined || timezone === undefined) return undefined;
    const { id, facilityId, doctorId, addressId } = whole;
    return { id: calendarId(id), facilityId, doctorId, addressId, timezone, ...parts };
  });
}

function readParts(
  calendar: Parent,
  timezone: ZoneId | undefined,
  inherited: readonly Closure[],
  reading: Reading,
) {
  const { errors } = reading;
  const services = readServices(calendar, errors);
  const closures = readClosures(calendar, reading);
  return {
    services: [...services.byId.values()],
    schedules: readSchedules(calendar, services, timezone, reading),
    overrides: readOverrides(calendar, services, errors),
    closures: closures.length === 0 ? inherited : [...inherited, ...closures],
    breaks: readBreaks(calendar, timezone, reading),
    bookings: readBookings(calendar, services, timezone, errors),
    accept: readAccept(calendar, errors),
  };
}

/** True if it has retired calendars, or tried to. */
function namesRetired({ known, tried }: Parent): boolean {
  const retired = known.retired;
  return tried('retired') && !(Array.isArray(retired) && retired.length === 0);
}
