/** A calendar's place at Docplanner: the ids are valid together only. */
export interface CalendarAddress {
  /** Docplanner's id of the facility. */
  readonly facilityId: string;
  /** Docplanner's id of the doctor. */
  readonly doctorId: string;
  /** Docplanner's id of the address. */
  readonly addressId: string;
}

/**
 * One text for each address, the same for the same ids: what calendars are told apart by.
 *
 * Law: two addresses have the same key only if all three ids are the same.
 *
 * @example
 * addressKey({ facilityId: '1', doctorId: '2', addressId: '3' }) // => '1/2/3'
 */
export function addressKey({ facilityId, doctorId, addressId }: CalendarAddress): string {
  return [facilityId, doctorId, addressId]
    .map((id) => id.replace(/[%/]/g, encodeURIComponent))
    .join('/');
}
