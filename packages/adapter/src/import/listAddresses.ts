import { err, ok, type Result } from 'neverthrow';
import { inParallel } from '../apply/run/inParallel.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { DirectoryCalls } from '../resources/directory.js';
import type { Address, Doctor, Facility } from '../wire/directory.js';
import type { ImportError, ImportedAddress } from './importedClinic.js';

/** Which facilities, and how many doctors are asked for at once. */
export interface AddressScope {
  readonly facilities: readonly string[] | undefined;
  readonly parallel: number;
}

/** Every address of the facilities' doctors, in Docplanner's order. */
export async function listAddresses(
  client: Pick<DirectoryCalls, 'listFacilities' | 'listDoctors' | 'listAddresses'>,
  { facilities: wanted, parallel }: AddressScope,
  options: CallOptions,
): Promise<Result<readonly ImportedAddress[], ImportError>> {
  const listed = await client.listFacilities(options);
  if (listed.isErr()) return callFailed(listed.error);
  const known = listed.value.map(({ id }) => id);
  const unknown = wanted?.find((id) => !known.includes(id));
  if (unknown !== undefined) return err({ type: 'unknown-facility', facilityId: unknown, known });
  const facilities = listed.value.filter(({ id }) => wanted?.includes(id) ?? true);

  const doctors: { readonly facility: Facility; readonly doctor: Doctor }[] = [];
  for (const facility of facilities) {
    const own = await client.listDoctors(facility.id, options);
    if (own.isErr()) return callFailed(own.error);
    doctors.push(...own.value.map((doctor) => ({ facility, doctor })));
  }
  const failures: ClientError[] = [];
  const addresses = await inParallel(doctors, parallel, async ({ facility, doctor }) => {
    if (failures.length > 0) return [];
    const own = { facilityId: facility.id, doctorId: doctor.id };
    const read = await client.listAddresses(own, options);
    if (read.isErr()) failures.push(read.error);
    return read.unwrapOr([]).map((address) => importedAddress(facility, doctor, address));
  });
  const [failure] = failures;
  return failure === undefined ? ok(addresses.flat()) : callFailed(failure);
}

function callFailed(error: ClientError): Result<never, ImportError> {
  return err({ type: 'call-failed', error });
}

function importedAddress(facility: Facility, doctor: Doctor, address: Address): ImportedAddress {
  const { name, street, cityName } = address;
  return {
    facilityId: facility.id,
    doctorId: doctor.id,
    addressId: address.id,
    facility: facility.name,
    doctor: joined([doctor.name, doctor.surname], ' '),
    address: joined([name, street, cityName], ', '),
    isOnlineOnly: address.isOnlineOnly ?? false,
  };
}

function joined(parts: readonly (string | undefined)[], between: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}
