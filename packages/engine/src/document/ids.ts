import type { AddressServiceId, CalendarId } from './clinic.js';

/** A calendar's id; the caller has checked that the text is one. */
export function calendarId(text: string): CalendarId {
  return text as CalendarId;
}

/** Docplanner's id of a service; the caller has checked that the text is one. */
export function addressServiceId(text: string): AddressServiceId {
  return text as AddressServiceId;
}
