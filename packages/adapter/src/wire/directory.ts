import * as z from 'zod';
import { collection, Id, OptionalText } from './scalars.js';

/** A clinic (Docplanner API, section 3). */
export interface Facility {
  /** The `facilityId` of calendars. */
  readonly id: string;
  /** Empty when the answer has none. */
  readonly name: string;
}

/** Somebody who sees patients (Docplanner API, section 4). */
export interface Doctor {
  /** The `doctorId` of calendars. */
  readonly id: string;
  /** First names; empty when the answer has none. */
  readonly name: string;
  /** Empty when the answer has none. */
  readonly surname: string;
}

/** Where a doctor sees patients: it has one calendar (Docplanner API, section 5). Undefined is what the answer does not say. */
export interface Address {
  /** The `addressId` of calendars. */
  readonly id: string;
  /** What the clinic calls it. */
  readonly name: string | undefined;
  /** Its town. */
  readonly cityName: string | undefined;
  /** As written in its country. */
  readonly postCode: string | undefined;
  /** With the number. */
  readonly street: string | undefined;
  /** Visits there are video calls. */
  readonly isOnlineOnly: boolean | undefined;
  /** `premium`, `saas-only` or `basic`; a calendar at a basic address cannot be activated. */
  readonly commercialType: string | undefined;
}

export const FacilityAnswer = z
  .looseObject({ id: Id, name: OptionalText })
  .transform(({ id, name = '' }): Facility => ({ id, name }));

export const DoctorAnswer = z
  .looseObject({ id: Id, name: OptionalText, surname: OptionalText })
  .transform(({ id, name = '', surname = '' }): Doctor => ({ id, name, surname }));

export const AddressAnswer = z
  .looseObject({
    id: Id,
    name: OptionalText,
    city_name: OptionalText,
    post_code: OptionalText,
    street: OptionalText,
    is_online_only: z.boolean().nullish(),
    commercial_type: OptionalText,
  })
  .transform(
    (address): Address => ({
      id: address.id,
      name: address.name,
      cityName: address.city_name,
      postCode: address.post_code,
      street: address.street,
      isOnlineOnly: address.is_online_only ?? undefined,
      commercialType: address.commercial_type,
    }),
  );

export const Facilities = collection(FacilityAnswer);
export const Doctors = collection(DoctorAnswer);
export const Addresses = collection(AddressAnswer);
