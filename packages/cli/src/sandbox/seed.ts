import type { Calendar, ClinicDocument, Insurance } from '@slotwright/engine';
import { groupBy } from '@slotwright/engine/plan';
import type { SandboxSeed, SeedAddress, SeedDoctor, SeedFacility } from '@slotwright/sandbox';

/**
 * A sandbox that has what a clinic document is about: its facilities, doctors, addresses and address
 * services, with the insurance providers that it names assigned. No schedule, break or booking.
 */
export function sandboxSeed({ timezone, calendars }: ClinicDocument): SandboxSeed {
  const providers = new Set(calendars.flatMap(providersOf));
  return {
    zone: timezone,
    services: [],
    insuranceProviders: [...providers].map((id) => ({ id, name: `Insurance ${id}` })),
    facilities: [...groupBy(calendars, ({ facilityId }) => facilityId)].map(facility),
  };
}

function facility([id, calendars]: readonly [string, readonly Calendar[]]): SeedFacility {
  const doctors = groupBy(calendars, ({ doctorId }) => doctorId);
  return { id, name: `Facility ${id}`, doctors: [...doctors].map(doctor) };
}

function doctor([id, calendars]: readonly [string, readonly Calendar[]]): SeedDoctor {
  const addresses = groupBy(calendars, ({ addressId }) => addressId);
  return { id, name: 'Doctor', surname: id, addresses: [...addresses].map(address) };
}

function address([id, calendars]: readonly [string, readonly Calendar[]]): SeedAddress {
  const services = groupBy(
    calendars.flatMap((calendar) => calendar.services),
    ({ addressServiceId }) => addressServiceId,
  );
  const [first] = calendars;
  return {
    id,
    name: calendars.map((calendar) => calendar.id).join(', '),
    ...(first === undefined ? {} : { zone: first.timezone }),
    insuranceProviders: [...new Set(calendars.flatMap(providersOf))],
    services: [...services].flatMap(([serviceId, [service]]) =>
      service === undefined
        ? []
        : [{ id: serviceId, name: service.name ?? serviceId, duration: service.duration }],
    ),
  };
}

function providersOf({ schedules, overrides }: Calendar): readonly string[] {
  const offered = [...schedules, ...overrides.flatMap(({ windows }) => windows)];
  return offered.flatMap(({ insurance }: { readonly insurance: Insurance | undefined }) =>
    (insurance?.providers ?? []).map(String),
  );
}
