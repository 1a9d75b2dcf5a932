import * as z from 'zod';
import { idSchema } from '../operation/requestBody.js';
import type { AddressService } from '../state/addressService.js';

const INVALID_PRICE =
  'Invalid price value for service. Price should be a number of at most 2 decimals, greater or equal 0, or null.';

/** What a PATCH may change. */
export const Fields = z.object({
  is_price_from: z.boolean().nullish(),
  price: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d+(\.\d{1,2})?$/, INVALID_PRICE)
        .transform(Number),
    ])
    .refine((price) => price >= 0 && Number.isInteger(Math.round(price * 1e8) / 1e6), INVALID_PRICE)
    .nullish(),
  description: z.string().nullish(),
  is_visible: z.boolean().nullish(),
  default_duration: z.int().min(1).max(1440).nullish(),
  allowed_patients: z
    .object({
      minimum_age: z.int().min(0).nullish(),
      maximum_age: z.int().min(0).nullish(),
    })
    .nullish(),
  custom_name: z.string().min(1).nullish(),
});
/** What a POST may set. */
export const NewService = Fields.extend({ service_id: idSchema });

/** The service after a PATCH: what the body leaves out stays, `null` clears what may be empty. */
export function patched(service: AddressService, fields: z.infer<typeof Fields>): AddressService {
  const ages = fields.allowed_patients;
  const allowedPatients = ages && {
    minimumAge: ages.minimum_age ?? null,
    maximumAge: ages.maximum_age ?? null,
  };
  const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);
  return {
    ...service,
    isPriceFrom: fields.is_price_from ?? service.isPriceFrom,
    isVisible: fields.is_visible ?? service.isVisible,
    duration: fields.default_duration ?? service.duration,
    price: given(fields.price, service.price),
    description: given(fields.description, service.description),
    customName: given(fields.custom_name, service.customName),
    allowedPatients: given(allowedPatients, service.allowedPatients),
  };
}
