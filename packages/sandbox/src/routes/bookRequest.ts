import * as z from 'zod';
import type { Json } from '../answers/json.js';
import { Refusal } from '../answers/refusal.js';
import type { VisitRequest } from '../changes/bookVisit.js';
import type { RequestContext } from '../operation/operation.js';
import { idSchema, readBody } from '../operation/requestBody.js';
import type { BookedInsurance } from '../state/booking.js';
import type { Address, SandboxState } from '../state/sandboxState.js';

export const BOOK_REFUSED = 'Validation error message';

/** Some clients send phone numbers and national ids as numbers (Docplanner API, section 14). */
const digits = z.union([z.string(), z.number()]).transform((value) => String(value));

/** A date, or (official SDK) a whole timestamp of which only the date counts. */
const birthDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/)
  .transform((value) => value.slice(0, 10));

const Patient = z.object({
  name: z.string().min(1),
  surname: z.string().nullish(),
  email: z.string().nullish(),
  phone: digits.nullable(),
  birth_date: birthDate.nullish(),
  nin: digits.nullish(),
  gender: z.enum(['m', 'f']).nullish(),
  marketing_consent: z.boolean().nullish(),
  data_privacy_consent: z.boolean().nullish(),
});

const BookSlot = z.object({
  address_service_id: idSchema,
  duration: z.int().min(1).max(1440),
  patient: Patient,
  is_returning: z.boolean().nullish(),
  label: z.string().nullish(),
  comment: z.string().nullish(),
  insurance_provider_id: idSchema.nullish(),
  insurance_plan_id: idSchema.nullish(),
  is_recurring: z.boolean().nullish(),
});

/** Reads a bookSlot body (Docplanner API, section 9.4). */
export function readBookRequest(context: RequestContext, address: Address): VisitRequest {
  const body = readBody(context, BookSlot, BOOK_REFUSED);
  return {
    addressServiceId: body.address_service_id,
    duration: body.duration,
    patient: patientView(body.patient, body.is_returning ?? false),
    comment: body.comment ?? null,
    insurance: readInsurance(context.state, address, body),
  };
}

function patientView(
  patient: z.infer<typeof Patient>,
  isReturning: boolean,
): { readonly [key: string]: Json } {
  return {
    name: patient.name,
    surname: patient.surname ?? null,
    email: patient.email ?? null,
    phone: patient.phone,
    birth_date: patient.birth_date ?? null,
    nin: patient.nin ?? null,
    gender: patient.gender ?? null,
    marketing_consent: patient.marketing_consent ?? null,
    data_privacy_consent: patient.data_privacy_consent ?? null,
    is_returning: isReturning,
    insurance_number: null,
  };
}

function readInsurance(
  state: SandboxState,
  address: Address,
  body: z.infer<typeof BookSlot>,
): BookedInsurance | null {
  const { insurance_provider_id: id, insurance_plan_id: planId } = body;
  if (typeof id !== 'string') return null;
  const assigned = address.insuranceProviders.some((entry) => entry.id === id);
  const provider = state.insuranceProviders.find((entry) => entry.id === id);
  const plan = provider?.plans.find((entry) => entry.id === planId);
  if (!assigned || provider === undefined || (typeof planId === 'string' && plan === undefined)) {
    throw new Refusal(400, BOOK_REFUSED, {
      insurance_provider_id: ['This insurance is not accepted at this address.'],
    });
  }
  return { id, name: provider.name, plan: plan?.name ?? null, planId: plan?.id ?? null };
}
