import { isZone } from '../time/zone.js';
import type { SandboxSeed, SeedAddress } from './seed.js';

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

/** What is wrong with a seed, as sentences; empty when it can be used. */
export function seedProblems(seed: SandboxSeed): readonly string[] {
  const doctors = seed.facilities.flatMap((facility) => facility.doctors);
  const addresses = doctors.flatMap((doctor) => doctor.addresses);
  const services = addresses.flatMap((address) => address.services);
  const zones = [seed.zone, ...addresses.flatMap((address) => address.zone ?? [])];
  const idLists: readonly (readonly [string, readonly string[]])[] = [
    ['facility', seed.facilities.map((facility) => facility.id)],
    ...seed.facilities.map(
      (facility) =>
        [`facility ${facility.id}: doctor`, facility.doctors.map((doctor) => doctor.id)] as const,
    ),
    ['address', addresses.map((address) => address.id)],
    ['address service', services.map((service) => service.id)],
    ['service', seed.services.map((service) => service.id)],
  ];
  return [
    ...zones.filter((zone) => !isZone(zone)).map((zone) => `unknown zone ${zone}`),
    ...idLists.flatMap(([what, ids]) => {
      const id = repeated(ids);
      return id === undefined ? [] : [`${what} id ${id} is used twice`];
    }),
    ...idLists.flatMap(([what, ids]) =>
      ids
        .filter((id) => !/^[\w-]+$/.test(id))
        .map((id) => `${what} id "${id}" cannot stand in a path`),
    ),
    ...addresses.flatMap((address) => unknownReferences(seed, address)),
  ];
}

function unknownReferences(seed: SandboxSeed, address: SeedAddress): readonly string[] {
  const providers = seed.insuranceProviders ?? [];
  return [
    ...(address.insuranceProviders ?? [])
      .filter((id) => !providers.some((provider) => provider.id === id))
      .map((id) => `address ${address.id}: unknown insurance provider ${id}`),
    ...address.services.flatMap((service) => [
      ...(typeof service.serviceId === 'string' &&
      !seed.services.some((entry) => entry.id === service.serviceId)
        ? [`address service ${service.id}: unknown service ${service.serviceId}`]
        : []),
      ...(Number.isInteger(service.duration) && service.duration > 0
        ? []
        : [`address service ${service.id}: duration must be whole minutes`]),
    ]),
  ];
}
