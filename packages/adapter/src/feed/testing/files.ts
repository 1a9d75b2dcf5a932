import type { CalendarAddress } from '@slotwright/engine';
import type { BookingsFile } from '../bookingsFile.js';
import { placeOf } from '../place.js';

/** The three addresses of the sandbox's own clinic, each with a service. */
export const CALENDARS: readonly (CalendarAddress & { readonly service: string })[] = [
  { facilityId: '1', doctorId: '10', addressId: '100', service: '1001' },
  { facilityId: '1', doctorId: '10', addressId: '101', service: '1011' },
  { facilityId: '1', doctorId: '20', addressId: '200', service: '2001' },
];

/** A file that has these calendars, without bookings. */
export function emptyFile(calendars: readonly CalendarAddress[] = CALENDARS): BookingsFile {
  return {
    version: 1,
    kind: 'slotwright-bookings',
    calendars: Object.fromEntries(calendars.map((each) => [placeOf(each), []])),
  };
}
