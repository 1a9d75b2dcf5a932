import type { CalendarAddress } from '@slotwright/engine';

/** What a calendar is called in a bookings file: `facilityId/doctorId/addressId`. */
export function placeOf({ facilityId, doctorId, addressId }: CalendarAddress): string {
  return [facilityId, doctorId, addressId].map(withoutSlashes).join('/');
}

function withoutSlashes(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('/', '%2F');
}
