import type { SandboxSeed, SeedAddress, SeedDoctor, SeedFacility } from '../seed/seed.js';
import { newAddressService } from './addressService.js';
import {
  type Address,
  addressKey,
  type Doctor,
  type Facility,
  type SandboxState,
} from './sandboxState.js';

/** The state that a seed describes: calendars without slots, breaks, bookings or notifications. */
export function initialState(seed: SandboxSeed): SandboxState {
  const addresses = seed.facilities.flatMap((facility) =>
    facility.doctors.flatMap((doctor) =>
      doctor.addresses.map((address) => newAddress(seed, facility, doctor, address)),
    ),
  );
  const serviceIds = addresses.flatMap((address) =>
    address.services.map((service) => Number(service.id)),
  );
  return {
    zone: seed.zone,
    services: seed.services.map((service) => ({
      ...service,
      onlyDiagnostics: service.onlyDiagnostics ?? false,
      specializationIds: service.specializationIds ?? [],
    })),
    insuranceProviders: (seed.insuranceProviders ?? []).map((provider) => ({
      ...provider,
      plans: provider.plans ?? [],
    })),
    facilities: seed.facilities.map(newFacility),
    addresses: new Map(addresses.map((address) => [addressKey(address), address])),
    notifications: [],
    releasedAt: null,
    lastId: Math.max(10_000, ...serviceIds.filter(Number.isSafeInteger)),
  };
}

function newFacility(seed: SeedFacility): Facility {
  return {
    id: seed.id,
    name: seed.name,
    access: seed.access ?? 'full',
    doctors: seed.doctors.map((doctor) => newDoctor(seed.id, doctor)),
  };
}

function newDoctor(facilityId: string, seed: SeedDoctor): Doctor {
  return {
    id: seed.id,
    name: seed.name,
    surname: seed.surname,
    access: seed.access ?? 'full',
    profileUrl: seed.profileUrl ?? `https://www.docplanner.example/doctor/${seed.id}`,
    specializations: seed.specializations ?? [],
    licenseNumbers: seed.licenseNumbers ?? [],
    addressKeys: seed.addresses.map(({ id }) => addressKey({ facilityId, doctorId: seed.id, id })),
  };
}

function newAddress(
  seed: SandboxSeed,
  facility: SeedFacility,
  doctor: SeedDoctor,
  address: SeedAddress,
): Address {
  return {
    id: address.id,
    facilityId: facility.id,
    doctorId: doctor.id,
    name: address.name ?? null,
    cityName: address.cityName ?? null,
    postCode: address.postCode ?? '',
    street: address.street ?? null,
    zone: address.zone ?? seed.zone,
    access: address.access ?? 'full',
    status: address.status ?? 'enabled',
    calendar: address.calendar ?? 'enabled',
    isOnlineOnly: address.isOnlineOnly ?? false,
    visitPayment: address.visitPayment ?? false,
    commercialType: address.commercialType ?? 'premium',
    insuranceSupport: address.insuranceSupport ?? 'private_and_insurance',
    insuranceProviders: (address.insuranceProviders ?? []).map((id) => ({ id, planIds: [] })),
    services: address.services.map(newAddressService),
    days: new Map(),
    edits: [],
    acceptedPuts: [],
    breaks: [],
    bookings: [],
  };
}
