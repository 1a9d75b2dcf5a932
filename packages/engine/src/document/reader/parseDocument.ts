import { err, ok, type Result } from 'neverthrow';
import type { ClinicDocument } from '../clinic.js';
import type { DocumentError } from '../errors.js';
import { readAccept } from './accept.js';
import { readCalendars } from './calendar.js';
import { readClosures } from './closure.js';
import { documentRecord } from './documentRecord.js';
import { ROOT } from './errorCollector.js';
import { newReading, type Reading } from './reading.js';
import { readRecord } from './record.js';
import { readRetired } from './retired.js';
import { readZone } from './zone.js';

/**
 * Reads a clinic document from what JSON or YAML gave, or from a literal. Answers the document with
 * its defaults filled in, or every mistake in it (the first 1,000, then how many more), each with its
 * path; one mistake gives one error. It takes any value at all and never throws.
 *
 * @example
 * parseDocument(clinic).isOk() // => true
 * parseDocument({ version: 1, timezone: 'UTC', calendars: 5 }).mapErr(([first]) => first.path)
 * // => err('calendars')
 */
export function parseDocument(input: unknown): Result<ClinicDocument, readonly DocumentError[]> {
  const reading = newReading();
  const document = readDocument(input, reading);
  const errors = reading.errors.all();
  return document === undefined || errors.length > 0 ? err(errors) : ok(document);
}

function readDocument(input: unknown, reading: Reading): ClinicDocument | undefined {
  const { errors } = reading;
  const read = readRecord(documentRecord, input, ROOT, errors);
  if (read === undefined) return undefined;
  const timezone = readZone(read.known.timezone, read.path, reading);
  const closures = readClosures(read, reading);
  const accept = readAccept(read, errors);
  const { calendars, inUse } = readCalendars(read, { timezone, closures }, reading);
  const retired = readRetired(read, inUse, errors);
  return timezone === undefined ? undefined : { version: 1, timezone, calendars, accept, retired };
}
