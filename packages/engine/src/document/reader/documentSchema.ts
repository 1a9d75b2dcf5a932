import * as z from 'zod';
import { MAX_ITEMS } from '../limits.js';
import { acceptSchema } from './accept.js';
import { calendarSchema } from './calendar.js';
import { closureSchema } from './closure.js';
import { retiredSchema } from './retired.js';
import { zoneText } from './zone.js';

/** The clinic document, version 1. */
export const documentSchema = z
  .strictObject({
    version: z
      .literal(1, { error: 'the version of the document format, which is 1' })
      .describe('The version of this format.'),
    timezone: zoneText.describe(
      'IANA time zone of the calendars that have none of their own, such as Europe/Madrid.',
    ),
    closures: z
      .array(closureSchema)
      .max(MAX_ITEMS.closures)
      .optional()
      .describe('Dates on which no calendar has availability.'),
    accept: acceptSchema.describe('Findings of any calendar that the clinic has looked at.'),
    retired: z
      .array(retiredSchema)
      .max(MAX_ITEMS.retired)
      .optional()
      .describe('Calendars of earlier documents, to be cleared.'),
    calendars: z.array(calendarSchema).max(MAX_ITEMS.calendars).describe('The calendars to keep.'),
  })
  .meta({
    anyOf: [
      { properties: { calendars: { type: 'array', minItems: 1 } } },
      { properties: { retired: { type: 'array', minItems: 1 } }, required: ['retired'] },
    ],
  })
  .describe('The schedules, breaks and bookings of a clinic, from which Docplanner is filled.');

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** A clinic document as people write it: optional keys left out, times as text. */
export type ClinicDocumentInput = DeepReadonly<z.input<typeof documentSchema>>;
