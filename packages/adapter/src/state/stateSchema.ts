import { z } from 'zod';

/** Strict: a field that this version does not know means that another program wrote the file. */
const AddressServiceEntry = z.strictObject({
  address_service_id: z.string(),
  duration: z.int().positive(),
});

const Entry = z.strictObject({
  start: z.string(),
  end: z.string(),
  address_services: z.array(AddressServiceEntry),
  insurance_accepted: z
    .enum(['with-and-without-insurance', 'without-insurance-only', 'with-insurance-only'])
    .exactOptional(),
  insurance_providers: z.array(z.number()).exactOptional(),
});

const Range = { since: z.string(), till: z.string() };
const Known = z.strictObject({
  id: z.string(),
  source: z.string(),
  ...Range,
  description: z.string(),
});

const Step = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('create-break'),
    source: z.string(),
    body: z.strictObject({ ...Range, description: z.string() }),
  }),
  z.strictObject({ type: z.literal('move-break'), known: Known, body: z.strictObject(Range) }),
  z.strictObject({
    type: z.literal('replace-slots'),
    dates: z.array(z.string()),
    body: z.strictObject({ slots: z.array(Entry) }),
  }),
  z.strictObject({ type: z.literal('delete-break'), known: Known }),
]);

const Time = z.number().nonnegative();
const Record = z.strictObject({
  published: z.strictObject({
    dates: z.record(z.string(), z.array(Entry)),
    breaks: z.array(Known),
  }),
  confirmedAt: Time.optional(),
  pending: z.strictObject({ step: Step, startedAt: Time }).optional(),
  recentPuts: z.array(
    z.strictObject({ at: Time, content: z.string(), variant: z.int().nonnegative() }),
  ),
  perDate: z.boolean(),
  unsettled: z.record(z.string(), Time),
});

/** What tells whether a file is a state at all, and of which version. */
export const StateHead = z.looseObject({ kind: z.literal('slotwright-state'), version: z.int() });

export const StateSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('slotwright-state'),
  lineage: z.string().min(1),
  serial: z.int().nonnegative(),
  target: z.string().min(1),
  calendars: z.record(z.string(), Record),
});
