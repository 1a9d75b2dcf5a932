import * as z from 'zod';
import { collection, Duration, Id, OptionalText } from './scalars.js';

/** A service that an address offers (Docplanner API, section 6). */
export interface AddressService {
  /** The `address_service_id` of slots; changes when a doctor removes and adds the service again. */
  readonly id: string;
  /** As patients see it; empty when the answer has none. */
  readonly name: string;
  /** The dictionary's id; undefined for a service of the doctor's own. */
  readonly serviceId: string | undefined;
  /** Minutes. */
  readonly duration: number | undefined;
  /** Whether patients see it; undefined when the answer does not say. */
  readonly isVisible: boolean | undefined;
  /** Whether it is the doctor's usual one; undefined when the answer does not say. */
  readonly isDefault: boolean | undefined;
}

const Flag = z
  .boolean()
  .nullish()
  .transform((flag) => flag ?? undefined);

export const AddressServiceAnswer = z
  .looseObject({
    id: Id,
    name: OptionalText,
    service_id: Id.nullish(),
    duration: Duration.nullish(),
    is_visible: Flag,
    is_default: Flag,
  })
  .transform(
    (service): AddressService => ({
      id: service.id,
      name: service.name ?? '',
      serviceId: service.service_id ?? undefined,
      duration: service.duration ?? undefined,
      isVisible: service.is_visible,
      isDefault: service.is_default,
    }),
  );

export const AddressServices = collection(AddressServiceAnswer);
