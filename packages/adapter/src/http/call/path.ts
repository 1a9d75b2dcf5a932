import type { CalendarAddress } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import type { CallFailure } from '../error/clientError.js';

/** A path below the API base: as sent, and without its ids, for logs. */
export interface Path {
  readonly sent: string;
  readonly template: string;
  /** What was filled in. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What an id in a path may be: printable, and not `.` or `..`, which URLs would resolve. */
const SEGMENT = /^(?!\.{1,2}$)[\x21-\x7e]{1,200}$/;

/** `/facilities/{facilityId}` with its parameters filled in, each percent-encoded. */
export function fill(
  template: string,
  parameters: Readonly<Record<string, string>>,
): Result<Path, CallFailure> {
  let sent = template;
  for (const [name, value] of Object.entries(parameters)) {
    if (!SEGMENT.test(value)) return invalidRequest(name, 'an id of printable characters');
    sent = sent.replace(`{${name}}`, () => encodeURIComponent(value));
  }
  return ok({ sent, template, parameters });
}

/** Paths of the three parts that the place of a calendar has. */
export const FACILITY = '/facilities/{facilityId}';
export const DOCTOR = `${FACILITY}/doctors/{doctorId}`;
export const ADDRESS = `${DOCTOR}/addresses/{addressId}`;

/** A path below an address. */
export function belowAddress(
  { facilityId, doctorId, addressId }: CalendarAddress,
  template: string,
  parameters: Readonly<Record<string, string>> = {},
): Result<Path, CallFailure> {
  return fill(`${ADDRESS}${template}`, { facilityId, doctorId, addressId, ...parameters });
}

/** A call that was found wrong before anything was sent. */
export function invalidRequest(parameter: string, expected: string): Result<never, CallFailure> {
  return err({ type: 'invalid-request', parameter, expected, outcome: 'not-done' });
}
