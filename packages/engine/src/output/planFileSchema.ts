import * as z from 'zod';
import { SEVERITY } from '../document/findingCode.js';
import type { PlanFile } from './planFile.js';

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00(?:Z|[+-]\d{2}:\d{2})$/, {
  error: 'expected a time such as 2026-10-05T09:00:00+02:00',
});
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, {
  error: 'expected a date such as 2026-10-05',
});
const count = z.int().nonnegative();
const text = z.string().min(1);

const entry = z.strictObject({
  start: instant,
  end: instant,
  address_services: z.array(
    z.strictObject({ address_service_id: text, duration: z.int().positive() }),
  ),
  insurance_accepted: z
    .enum(['with-and-without-insurance', 'without-insurance-only', 'with-insurance-only'])
    .exactOptional(),
  insurance_providers: z.array(z.int()).exactOptional(),
  insurance_plans: z.array(z.int()).exactOptional(),
});

const time = { since: instant, till: instant };
const known = z.strictObject({ id: text, source: text, ...time, description: z.string() });

const step = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('create-break'),
    source: text,
    body: z.strictObject({ ...time, description: z.string() }),
  }),
  z.strictObject({ type: z.literal('move-break'), known, body: z.strictObject(time) }),
  z.strictObject({
    type: z.literal('replace-slots'),
    dates: z.array(date),
    body: z.strictObject({ slots: z.array(entry) }),
  }),
  z.strictObject({ type: z.literal('delete-break'), known }),
]);

const calendar = z.strictObject({
  calendar: text,
  facilityId: text,
  doctorId: text,
  addressId: text,
  timezone: text,
  steps: z.array(step),
  expected: z.array(
    z.strictObject({
      date,
      start: instant,
      end: instant,
      slots: z.array(z.strictObject({ start: instant, addressServiceIds: z.array(text) })),
    }),
  ),
});

const finding = z.strictObject({
  code: z.string().refine((code): code is keyof typeof SEVERITY => Object.hasOwn(SEVERITY, code), {
    error: 'expected the code of a finding',
  }),
  severity: z.enum(['error', 'warning', 'info']),
  calendar: text,
  start: instant,
  end: instant,
  ids: z.array(z.string()),
  message: z.string(),
  accepted: z.string().exactOptional(),
});

/** The plan file, version 1. */
export const planFileSchema: z.ZodType<PlanFile> = z.strictObject({
  version: z.literal(1),
  kind: z.literal('slotwright-plan'),
  lineage: text,
  serial: count,
  basedOn: z.string().regex(/^[0-9a-f]{16}$/, { error: 'expected 16 hexadecimal digits' }),
  now: instant,
  horizon: z.strictObject({ from: date, through: date }),
  calendars: z.array(calendar),
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
