import * as z from 'zod';
import { isZone } from '../time/zone.js';
import type { SandboxSeed } from './seed.js';

const Id = z.string().regex(/^[\w-]+$/, 'cannot stand in a path');
const Zone = z.string().refine(isZone, { error: ({ input }) => `unknown zone ${input}` });
const Access = z.enum(['full', 'read', 'none']);
const Named = z.object({ id: z.string(), name: z.string() });

/** A list whose members have ids that differ. */
function uniqueById<T extends { readonly id: string }>(member: z.ZodType<T>) {
  return z
    .array(member)
    .readonly()
    .check(({ value, issues }) => {
      value.forEach(({ id }, index) => {
        if (value.findIndex((other) => other.id === id) === index) return;
        const message = `${id} is used twice`;
        issues.push({ code: 'custom', input: id, path: [index, 'id'], message, continue: true });
      });
    });
}

const AddressService = z.object({
  id: Id,
  name: z.string(),
  duration: z
    .number()
    .refine((minutes) => Number.isInteger(minutes) && minutes > 0, 'must be whole minutes'),
  serviceId: z.string().nullish(),
  price: z.number().min(0).nullish(),
  isPriceFrom: z.boolean().optional(),
  isDefault: z.boolean().optional(),
  isVisible: z.boolean().optional(),
  description: z.string().nullish(),
  customName: z.string().nullish(),
  allowedPatients: z
    .object({ minimumAge: z.number().nullable(), maximumAge: z.number().nullable() })
    .optional(),
  publicInsuranceFlow: z.boolean().optional(),
});

const Address = z.object({
  id: Id,
  name: z.string().nullish(),
  cityName: z.string().nullish(),
  postCode: z.string().optional(),
  street: z.string().nullish(),
  zone: Zone.optional(),
  access: Access.optional(),
  status: z.enum(['enabled', 'disabled']).optional(),
  calendar: z.enum(['enabled', 'disabled', 'missing']).optional(),
  isOnlineOnly: z.boolean().optional(),
  visitPayment: z.boolean().optional(),
  commercialType: z.enum(['premium', 'saas-only', 'basic']).optional(),
  insuranceSupport: z.enum(['private', 'insurance', 'private_and_insurance']).optional(),
  insuranceProviders: z.array(z.string()).optional(),
  services: uniqueById(AddressService),
});

const Doctor = z.object({
  id: Id,
  name: z.string(),
  surname: z.string(),
  access: Access.optional(),
  profileUrl: z.string().optional(),
  specializations: z.array(Named).optional(),
  licenseNumbers: z.array(z.object({ id: z.string(), licenseNumber: z.string() })).optional(),
  addresses: uniqueById(Address),
});

/**
 * The shape of a seed, with what a field or a list says by itself. Wrong values do not end the check (`continue`), so
 * that all are named; a wrong type does, but only for what it is part of.
 */
export const SeedSchema: z.ZodType<SandboxSeed> = z.object({
  zone: Zone,
  services: uniqueById(
    z.object({
      id: Id,
      name: z.string(),
      onlyDiagnostics: z.boolean().optional(),
      specializationIds: z.array(z.string()).optional(),
    }),
  ),
  insuranceProviders: uniqueById(
    z.object({
      id: z.string().regex(/^\d+$/, 'must be digits'),
      name: z.string(),
      plans: z.array(Named).optional(),
    }),
  ).optional(),
  facilities: uniqueById(
    z.object({
      id: Id,
      name: z.string(),
      access: Access.optional(),
      doctors: uniqueById(Doctor),
    }),
  ),
});
