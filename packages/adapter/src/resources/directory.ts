import type { CalendarAddress } from '@slotwright/engine';
import type { Result, ResultAsync } from 'neverthrow';
import type { z } from 'zod';
import { bodyReader } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { belowAddress, DOCTOR, FACILITY, fill, type Path } from '../http/call/path.js';
import type { CallFailure, ClientError } from '../http/error/clientError.js';
import {
  type Address,
  AddressAnswer,
  Addresses,
  type Doctor,
  DoctorAnswer,
  Doctors,
  Facilities,
  type Facility,
  FacilityAnswer,
} from '../wire/directory.js';

/** Who and where (Docplanner API, sections 3 to 5). */
export interface DirectoryCalls {
  /** Those that the credentials reach (Docplanner API, getFacilities). */
  readonly listFacilities: (options?: CallOptions) => ResultAsync<readonly Facility[], ClientError>;
  /** Docplanner API, getFacility. */
  readonly getFacility: (
    facilityId: string,
    options?: CallOptions,
  ) => ResultAsync<Facility, ClientError>;
  /** The doctors of a facility (Docplanner API, getDoctors). */
  readonly listDoctors: (
    facilityId: string,
    options?: CallOptions,
  ) => ResultAsync<readonly Doctor[], ClientError>;
  /** Docplanner API, getDoctor. */
  readonly getDoctor: (
    doctor: Pick<CalendarAddress, 'facilityId' | 'doctorId'>,
    options?: CallOptions,
  ) => ResultAsync<Doctor, ClientError>;
  /** The addresses of a doctor at a facility (Docplanner API, getAddresses). */
  readonly listAddresses: (
    doctor: Pick<CalendarAddress, 'facilityId' | 'doctorId'>,
    options?: CallOptions,
  ) => ResultAsync<readonly Address[], ClientError>;
  /** Docplanner API, getAddress. */
  readonly getAddress: (
    address: CalendarAddress,
    options?: CallOptions,
  ) => ResultAsync<Address, ClientError>;
}

const ADDRESS_PARTS = { with: 'address.online_only,address.commercial_type' };

export function directoryCalls(call: Call): DirectoryCalls {
  const get = <T extends z.ZodType>(
    operation: string,
    path: Result<Path, CallFailure>,
    query: Readonly<Record<string, string>>,
    schema: T,
    options: CallOptions | undefined,
  ): ResultAsync<z.output<T>, ClientError> =>
    call(
      {
        operation,
        method: 'GET',
        path,
        query,
        repeat: 'safe',
        needs: 'body',
        read: bodyReader(schema),
      },
      options,
    );

  return {
    listFacilities: (options) =>
      get('getFacilities', fill('/facilities', {}), {}, Facilities, options),
    getFacility: (facilityId, options) =>
      get('getFacility', fill(FACILITY, { facilityId }), {}, FacilityAnswer, options),
    listDoctors: (facilityId, options) =>
      get('getDoctors', fill(`${FACILITY}/doctors`, { facilityId }), {}, Doctors, options),
    getDoctor: ({ facilityId, doctorId }, options) =>
      get('getDoctor', fill(DOCTOR, { facilityId, doctorId }), {}, DoctorAnswer, options),
    listAddresses: ({ facilityId, doctorId }, options) => {
      const path = fill(`${DOCTOR}/addresses`, { facilityId, doctorId });
      return get('getAddresses', path, ADDRESS_PARTS, Addresses, options);
    },
    getAddress: (address, options) =>
      get('getAddress', belowAddress(address, ''), ADDRESS_PARTS, AddressAnswer, options),
  };
}
