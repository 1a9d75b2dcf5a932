import type { CalendarAddress } from '@slotwright/engine';

/** A character that a name of a file may not have everywhere, as `%` and its code. */
const encoded = (id: string): string =>
  id.replace(/[^0-9A-Za-z_-]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

const decoded = (name: string): string =>
  name.replace(/%([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/**
 * The name of a calendar's folder: its ids, `111,222,333`.
 *
 * Law: `addressIn` reads it back.
 */
export function folderName({ facilityId, doctorId, addressId }: CalendarAddress): string {
  return [facilityId, doctorId, addressId].map(encoded).join(',');
}

/** The address that a folder is named after; undefined if it is not a calendar's. */
export function addressIn(name: string): CalendarAddress | undefined {
  const [facilityId, doctorId, addressId, ...more] = name.split(',').map(decoded);
  if (facilityId === undefined || doctorId === undefined || addressId === undefined) {
    return undefined;
  }
  return more.length === 0 ? { facilityId, doctorId, addressId } : undefined;
}

/** In a calendar's folder, beside its lock. */
export const CALENDAR_FILE = 'calendar.json';
