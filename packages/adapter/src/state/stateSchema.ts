import { knownBreakSchema, slotsEntrySchema, stepSchema } from '@slotwright/engine/files';
import * as z from 'zod';

const Time = z.number().nonnegative();
const Record = z.strictObject({
  published: z.strictObject({
    dates: z.record(z.string(), z.array(slotsEntrySchema)),
    breaks: z.array(knownBreakSchema),
    timezone: z.string().optional(),
  }),
  confirmedAt: Time.optional(),
  pending: z.strictObject({ step: stepSchema, startedAt: Time }).optional(),
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
