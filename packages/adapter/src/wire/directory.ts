import { z } from 'zod';
import { collection, Id, OptionalText } from './scalars.js';

/** Docplanner API, section 3. */
export interface Facility {
  readonly id: string;
  readonly name: string;
}

/** Docplanner API, section 4. */
export interface Doctor {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
}

/** Docplanner API, section 5. */
export interface Address {
  readonly id: string;
  readonly name: string | undefined;
  readonly cityName: string | undefined;
  readonly postCode: string | undefined;
  readonly street: string | undefined;
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
