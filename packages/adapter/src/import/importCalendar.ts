import {
  type ClinicDocumentInput,
  type InferredCalendar,
  inferSchedules,
  instantFormatter,
  type ZoneId,
  zoneOf,
} from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { RemoteBreak } from '../wire/breaks.js';
import type { ImportedAddress } from './importedClinic.js';
import {
  type ImportClient,
  type Nothing,
  type ReadAddress,
  type ReadScope,
  readShown,
} from './readShown.js';

/** A calendar of a document, as people write it. */
export type CalendarInput = ClinicDocumentInput['calendars'][number];

/** An address that was read, with the schedules that are behind what it shows. */
export interface InferredAddress extends Pick<ReadAddress, 'bookings' | 'breaks'> {
  readonly inferred: InferredCalendar;
}

/**
 * Reads an address and infers its schedules. Where something is shown that a break or a booking should hide, it
 * was made while the address was being read: then it is read once more.
 */
export async function inferAddress(
  client: ImportClient,
  address: ImportedAddress,
  scope: ReadScope,
  options: CallOptions,
): Promise<Result<InferredAddress | Nothing, ClientError>> {
  const first = await readAndInfer(client, address, scope, options);
  return first.isOk() && typeof first.value !== 'string' && !isExact(first.value.inferred)
    ? await readAndInfer(client, address, scope, options)
    : first;
}

async function readAndInfer(
  client: ImportClient,
  address: ImportedAddress,
  scope: ReadScope,
  options: CallOptions,
): Promise<Result<InferredAddress | Nothing, ClientError>> {
  const read = await readShown(client, address, scope, options);
  if (read.isErr()) return err(read.error);
  if (typeof read.value === 'string') return ok(read.value);
  const { shown, breaks, bookings } = read.value;
  const inferred = inferSchedules(shown);
  // A document has no service without a duration.
  return ok(inferred.services.length === 0 ? 'no-services' : { inferred, breaks, bookings });
}

function isExact({ notes }: InferredCalendar): boolean {
  return notes.every(({ type }) => type !== 'dates-not-exact');
}

/** The calendar of an address, as the document has it: what is empty is left out. */
export function calendarInput(
  id: string,
  { facilityId, doctorId, addressId }: ImportedAddress,
  { inferred, breaks }: InferredAddress,
  timezone: ZoneId,
): CalendarInput {
  const { services, schedules, overrides, closures } = inferred;
  const own = breaks.map((each) => breakInput(each, timezone));
  return {
    id,
    facilityId,
    doctorId,
    addressId,
    services,
    schedules,
    ...(overrides.length === 0 ? {} : { overrides }),
    ...(closures.length === 0 ? {} : { closures }),
    ...(own.length === 0 ? {} : { breaks: own }),
  };
}

type BreakInput = NonNullable<CalendarInput['breaks']>[number];

/** A break that is at Docplanner already. What the doctor wrote about it is left out: it may name a patient. */
function breakInput({ id, start, end }: RemoteBreak, timezone: ZoneId): BreakInput {
  const text = instantFormatter(zoneOf(timezone));
  return { id: `docplanner-${id}`, start: text(start), end: text(end), publish: 'none' };
}
