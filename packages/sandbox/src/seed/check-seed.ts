import { isZone } from '../time/zone.js';
import type { SandboxSeed, SeedAddress, SeedFacility } from './seed.js';

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

/** Ids that must differ from each other, with what a sentence calls them. */
type IdList = readonly [what: string, ids: readonly string[]];

function idList(what: string, list: readonly { readonly id: string }[]): IdList {
  return [what, list.map(({ id }) => id)];
}

/** An address is known by facility, doctor and its id, a service by its address and its id. */
function idListsOfFacility(facility: SeedFacility): readonly IdList[] {
  const place = `facility ${facility.id}`;
  return [
    idList(`${place}: doctor`, facility.doctors),
    ...facility.doctors.flatMap(({ id, addresses }) => [
      idList(`${place}, doctor ${id}: address`, addresses),
      ...addresses.map((address) =>
        idList(`${place}, doctor ${id}, address ${address.id}: address service`, address.services),
      ),
    ]),
  ];
}

/** What is wrong with a seed, as sentences; empty when it can be used. */
export function seedProblems(seed: SandboxSeed): readonly string[] {
  const doctors = seed.facilities.flatMap((facility) => facility.doctors);
  const addresses = doctors.flatMap((doctor) => doctor.addresses);
  const zones = [seed.zone, ...addresses.flatMap((address) => address.zone ?? [])];
  const idLists = [
    idList('facility', seed.facilities),
    ...seed.facilities.flatMap(idListsOfFacility),
    idList('service', seed.services),
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
