import * as z from 'zod';
import { parseDate, parseInstant } from '../time/iso.js';
import type { KnownBreak } from './known.js';
import type { SlotsEntry } from './slots/entries.js';
import type { Step } from './step.js';

const TIME_AS_SENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00(?:Z|[+-]\d{2}:\d{2})$/;

/** A time as it is sent: whole minutes, `:00` written, an offset. */
export const sentTimeSchema: z.ZodType<string> = z
  .string()
  .refine((text) => TIME_AS_SENT.test(text) && parseInstant(text).isOk(), {
    error: 'expected a time such as 2026-10-05T09:00:00+02:00',
  });

/** A local date. */
export const dateSchema: z.ZodType<string> = z
  .string()
  .refine((text) => parseDate(text).isOk(), { error: 'expected a date such as 2026-10-05' });

const text = z.string().min(1);

/**
 * One work period or clearing entry, strict: a field that this version does not know is an error.
 *
 * @example
 * slotsEntrySchema.safeParse({ start: '2026-10-05' }).success // => false
 */
export const slotsEntrySchema: z.ZodType<SlotsEntry> = z.strictObject({
  start: sentTimeSchema,
  end: sentTimeSchema,
  address_services: z.array(
    z.strictObject({ address_service_id: text, duration: z.int().positive() }),
  ),
  insurance_accepted: z
    .enum(['with-and-without-insurance', 'without-insurance-only', 'with-insurance-only'])
    .exactOptional(),
  insurance_providers: z.array(z.int()).exactOptional(),
  insurance_plans: z.array(z.int()).exactOptional(),
});

/**
 * A break of ours. Its times may be as Docplanner wrote them, with seconds for one.
 *
 * @example
 * knownBreakSchema.safeParse({ id: '1', source: 'lunch' }).success // => false
 */
export const knownBreakSchema: z.ZodType<KnownBreak> = z.strictObject({
  id: text,
  source: text,
  since: text,
  till: text,
  description: z.string(),
});

const sentRange = { since: sentTimeSchema, till: sentTimeSchema };

/**
 * One step, for files that keep steps: plans, and states with a call in flight.
 *
 * @example
 * stepSchema.safeParse({ type: 'delete-all' }).success // => false
 */
export const stepSchema: z.ZodType<Step> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('create-break'),
    source: text,
    body: z.strictObject({ ...sentRange, description: z.string() }),
  }),
  z.strictObject({
    type: z.literal('move-break'),
    known: knownBreakSchema,
    body: z.strictObject(sentRange),
  }),
  z.strictObject({
    type: z.literal('replace-slots'),
    dates: z.array(dateSchema),
    body: z.strictObject({ slots: z.array(slotsEntrySchema) }),
  }),
  z.strictObject({ type: z.literal('delete-break'), known: knownBreakSchema }),
]);
