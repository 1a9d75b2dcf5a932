import * as z from 'zod';
import { SEVERITY } from '../document/findingCode.js';
import { dateSchema, sentTimeSchema, stepSchema } from '../plan/stepSchema.js';
import type { PlanFile } from './planFile.js';

const count = z.int().nonnegative();
const text = z.string().min(1);

const calendar = z.strictObject({
  calendar: text,
  facilityId: text,
  doctorId: text,
  addressId: text,
  timezone: text,
  steps: z.array(stepSchema),
  expected: z.array(
    z.strictObject({
      date: dateSchema,
      start: sentTimeSchema,
      end: sentTimeSchema,
      slots: z.array(z.strictObject({ start: sentTimeSchema, addressServiceIds: z.array(text) })),
    }),
  ),
});

const finding = z.strictObject({
  code: z.string().refine((code): code is keyof typeof SEVERITY => Object.hasOwn(SEVERITY, code), {
    error: 'expected the code of a finding',
  }),
  severity: z.enum(['error', 'warning', 'info']),
  calendar: text,
  start: sentTimeSchema,
  end: sentTimeSchema,
  ids: z.array(z.string()),
  message: z.string(),
  accepted: z.string().exactOptional(),
});

const basis = z.strictObject({
  lineage: text,
  serial: count,
  published: z.string().regex(/^[0-9a-f]{16}$/, { error: 'expected 16 hexadecimal digits' }),
});

const risk = z.strictObject({
  starts: count,
  lost: count,
  closed: count,
  first: sentTimeSchema.exactOptional(),
});

/** The plan file, version 2. */
export const planFileSchema: z.ZodType<PlanFile> = z.strictObject({
  version: z.literal(2),
  kind: z.literal('slotwright-plan'),
  now: sentTimeSchema,
  horizon: z.strictObject({ from: dateSchema, through: dateSchema }),
  calendars: z.array(calendar),
  retired: z.array(text),
  basedOn: z.record(z.string(), basis),
  risk: z.record(z.string(), risk),
  findings: z.array(finding),
  totals: z.strictObject({
    calendars: count,
    datesChanged: count,
    workPeriods: count,
    clears: count,
    breaksCreated: count,
    breaksMoved: count,
    breaksDeleted: count,
    writes: count,
  }),
});
