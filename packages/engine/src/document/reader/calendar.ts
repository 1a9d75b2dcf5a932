import { zoneOf } from '../../time/zone.js';
import type { ZoneId } from '../../time/zoneId.js';
import { addressKey, type CalendarAddress } from '../address.js';
import type { Calendar, Closure } from '../clinic.js';
import { calendarId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { recordList } from '../shape/list.js';
import { type Known, optional, record, required } from '../shape/record.js';
import { idText } from '../shape/scalars.js';
import { acceptList, readAccept } from './accept.js';
import { bookingList, readBookings } from './booking.js';
import { breakList, readBreaks } from './break.js';
import { closureList, readClosures } from './closure.js';
import { readItemsWithIds } from './list.js';
import { overrideList, readOverrides } from './override.js';
import type { Reading } from './reading.js';
import { type Parent, tried } from './record.js';
import { addressFields } from './retired.js';
import { readSchedules, scheduleList } from './schedule.js';
import { readServices, serviceList } from './service.js';
import { readZone, zoneText } from './zone.js';

const calendar = record(
  'a calendar with id, facilityId, doctorId, addressId and services',
  {
    id: required(idText, 'Unique in the document; findings and plans name the calendar by it.'),
    ...addressFields,
    timezone: optional(zoneText, "IANA time zone; the document's if left out."),
    services: required(
      serviceList,
      'The services that can be booked at this address, in the order of preference.',
    ),
    schedules: optional(scheduleList, 'Opening hours.'),
    overrides: optional(overrideList, 'Dates that differ from the schedules.'),
    closures: optional(closureList, 'Dates on which this calendar has no availability.'),
    breaks: optional(breakList, 'Lunch, congresses and other time off.'),
    bookings: optional(bookingList, 'Appointments that are known already.'),
    accept: optional(acceptList, 'Findings of this calendar that the clinic has looked at.'),
  },
  { description: 'One facility, doctor and address.' },
);

export const calendarList = recordList('calendars', calendar, {
  most: MAX_ITEMS.calendars,
  absent: 'is-an-error',
});

/** What calendars take from their document. */
export interface Inherited {
  readonly timezone: ZoneId | undefined;
  readonly closures: readonly Closure[];
}

export interface ReadCalendars {
  readonly calendars: readonly Calendar[];
  /** The id of each calendar by its place, also if something else in it is wrong. */
  readonly inUse: ReadonlyMap<string, string>;
}

/** Reads the calendars of a document: at least one, unless it names retired ones. */
export function readCalendars(
  document: Parent,
  inherited: Inherited,
  reading: Reading,
): ReadCalendars {
  const inUse = new Map<string, string>();
  const list = { ...calendarList, least: namesRetired(document) ? 0 : 1 } as const;
  const calendars = readItemsWithIds(list, document, reading.errors, (calendar) => {
    const { known, whole } = calendar;
    const place = placeOf(known);
    if (place !== undefined && known.id !== undefined) inUse.set(addressKey(place), known.id);
    const own = readZone(known.timezone, calendar.path, reading);
    const timezone = tried(calendar, 'timezone') ? own : inherited.timezone;
    const parts = readParts(calendar, timezone, inherited.closures, reading);
    if (whole === undefined || timezone === undefined) return undefined;
    const { id, facilityId, doctorId, addressId } = whole;
    return { id: calendarId(id), facilityId, doctorId, addressId, timezone, ...parts };
  });
  return { calendars, inUse };
}

function placeOf({
  facilityId,
  doctorId,
  addressId,
}: Known<typeof addressFields>): CalendarAddress | undefined {
  if (facilityId === undefined || doctorId === undefined || addressId === undefined) {
    return undefined;
  }
  return { facilityId, doctorId, addressId };
}

function readParts(
  calendar: Parent,
  timezone: ZoneId | undefined,
  inherited: readonly Closure[],
  reading: Reading,
) {
  const { errors } = reading;
  const zone = timezone === undefined ? undefined : zoneOf(timezone);
  const services = readServices(calendar, errors);
  const closures = readClosures(calendar, reading);
  return {
    services: [...services.byId.values()],
    schedules: readSchedules(calendar, services, zone, reading),
    overrides: readOverrides(calendar, services, errors),
    closures: closures.length === 0 ? inherited : [...inherited, ...closures],
    breaks: readBreaks(calendar, zone, reading),
    bookings: readBookings(calendar, services, zone, errors),
    accept: readAccept(calendar, errors),
  };
}

/** True if it has retired calendars, or tried to. */
function namesRetired(document: Parent): boolean {
  const { retired } = document.known;
  return tried(document, 'retired') && !(Array.isArray(retired) && retired.length === 0);
}
