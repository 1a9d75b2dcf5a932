import type { Named, SandboxSeed } from './seed.js';

/** One calendar's ids and what to call it. */
export interface AddressIds {
  /** The facility it belongs to. */
  readonly facilityId: string;
  /** The doctor it belongs to. */
  readonly doctorId: string;
  /** Unique for its doctor only. */
  readonly addressId: string;
  /** Name and surname. */
  readonly doctorName: string;
  /** Null where the seed gives none. */
  readonly addressName: string | null;
  /** In the seed's order. */
  readonly addressServices: readonly AddressServiceIds[];
}

/** An address service's id and name, with its default duration in minutes. */
export interface AddressServiceIds extends Named {
  /** Minutes. */
  readonly duration: number;
}

/** A doctor's id and whole name, with the facility that it is a doctor of. */
export interface DoctorIds extends Named {
  /** Where the doctor works. */
  readonly facilityId: string;
}

/** The ids that a client needs, each list in the seed's order. */
export interface SeedIds {
  /** All of them, whatever the client may see. */
  readonly facilities: readonly Named[];
  /** One entry per doctor and facility. */
  readonly doctors: readonly DoctorIds[];
  /** One entry per address: a calendar. */
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
