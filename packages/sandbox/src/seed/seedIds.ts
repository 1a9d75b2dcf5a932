import type { Named, SandboxSeed } from './seed.js';

/** One calendar's ids and what to call it. */
export interface AddressIds {
  readonly facilityId: string;
  readonly doctorId: string;
  readonly addressId: string;
  /** Name and surname. */
  readonly doctorName: string;
  readonly addressName: string | null;
  readonly addressServices: readonly AddressServiceIds[];
}

/** An address service's id and name, with its default duration in minutes. */
export interface AddressServiceIds extends Named {
  readonly duration: number;
}

/** A doctor's id and whole name, with the facility that it is a doctor of. */
export interface DoctorIds extends Named {
  readonly facilityId: string;
}

/** The ids that a client needs, each list in the seed's order. */
export interface SeedIds {
  readonly facilities: readonly Named[];
  readonly doctors: readonly DoctorIds[];
  readonly addresses: readonly AddressIds[];
}

/** The ids of a seed. */
export function seedIds(seed: SandboxSeed): SeedIds {
  const doctors = seed.facilities.flatMap((facility) =>
    facility.doctors.map((doctor) => ({
      ...doctor,
      fullName: `${doctor.name} ${doctor.surname}`,
      facilityId: facility.id,
    })),
  );
  return {
    facilities: seed.facilities.map(({ id, name }) => ({ id, name })),
    doctors: doctors.map(({ id, fullName, facilityId }) => ({ id, name: fullName, facilityId })),
    addresses: doctors.flatMap((doctor) =>
      doctor.addresses.map((address) => ({
        facilityId: doctor.facilityId,
        doctorId: doctor.id,
        addressId: address.id,
        doctorName: doctor.fullName,
        addressName: address.name ?? null,
        addressServices: address.services.map(({ id, name, duration }) => ({ id, name, duration })),
      })),
    ),
  };
}
