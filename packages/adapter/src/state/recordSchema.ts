import { knownBreakSchema, slotsEntrySchema, stepSchema } from '@slotwright/engine/files';
import * as z from 'zod';

const time = z.number().nonnegative();

/** What is known of one calendar, as it is kept. */
export const calendarRecordSchema = z.strictObject({
  published: z.strictObject({
    dates: z.record(z.string(), z.array(slotsEntrySchema)),
    breaks: z.array(knownBreakSchema),
    timezone: z.string().optional(),
  }),
  confirmedAt: time.optional(),
  pending: z.strictObject({ step: stepSchema, startedAt: time }).optional(),
  boot: z.string(),
  recentPuts: z.array(
    z.strictObject({ at: time, content: z.string(), variant: z.int().nonnegative() }),
  ),
  perDate: z.boolean(),
  unsettled: z.record(z.string(), time),
});
