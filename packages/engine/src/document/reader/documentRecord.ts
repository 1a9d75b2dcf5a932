import type { InputOf } from '../shape/part.js';
import { optional, record, required } from '../shape/record.js';
import { constant } from '../shape/scalars.js';
import { acceptList } from './accept.js';
import { calendarList } from './calendar.js';
import { closureList } from './closure.js';
import { retiredList } from './retired.js';
import { zoneText } from './zone.js';

const VERSION = constant('the version of the document format, which is 1', 1);

/** The clinic document, version 1. */
export const documentRecord = record(
  'a clinic document with version, timezone and calendars',
  {
    version: required(VERSION, 'The version of this format.'),
    timezone: required(
      zoneText,
      'IANA time zone of the calendars that have none of their own, such as Europe/Madrid.',
    ),
    closures: optional(closureList, 'Dates on which no calendar has availability.'),
    accept: optional(acceptList, 'Findings of any calendar that the clinic has looked at.'),
    retired: optional(retiredList, 'Calendars of earlier documents, to be cleared.'),
    calendars: required(calendarList, 'The calendars to keep.'),
  },
  {
    anyOf: [
      { properties: { calendars: { type: 'array', minItems: 1 } } },
      { properties: { retired: { type: 'array', minItems: 1 } }, required: ['retired'] },
    ],
    description: 'The schedules, breaks and bookings of a clinic, from which Docplanner is filled.',
  },
);

/** A clinic document as people write it: optional keys left out, times as text. */
export type ClinicDocumentInput = InputOf<typeof documentRecord>;
