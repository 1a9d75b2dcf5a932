import {
  type Calendar,
  type ClinicDocument,
  type ComputedCalendar,
  computeCalendar,
  parseDocument,
} from '@slotwright/engine';
import {
  type CalendarInput,
  type ClinicInput,
  type HorizonInput,
  readHorizon,
} from '@slotwright/engine/testing';
import type { SandboxSeed, SeedAddress } from '@slotwright/sandbox';

/** Docplanner's own events are the test's business, so documents know none. */
function withoutOthers(document: ClinicInput): ClinicInput {
  const ours = <T extends { readonly publish?: string }>(list: readonly T[] = []): readonly T[] =>
    list.filter(({ publish }) => publish !== 'none');
  return {
    ...document,
    calendars: document.calendars.map(
      (calendar, index): CalendarInput => ({
        ...withOwnServiceIds(calendar, index),
        breaks: ours(calendar.breaks),
        bookings: ours(withOwnServiceIds(calendar, index).bookings),
      }),
    ),
  };
}

/** An address service belongs to one address only. */
function withOwnServiceIds(calendar: CalendarInput, index: number): CalendarInput {
  const text = JSON.stringify(calendar).replaceAll(/"(10\d)"/g, `"${index + 1}$1"`);
  return JSON.parse(text);
}

export function parsed(document: ClinicInput): ClinicDocument | undefined {
  return parseDocument(withoutOthers(document)).unwrapOr(undefined);
}

export function computed(
  document: ClinicDocument,
  horizon: HorizonInput,
): readonly ComputedCalendar[] {
  const { now, from, through } = readHorizon(horizon)._unsafeUnwrap();
  return document.calendars.map((calendar) => computeCalendar(calendar, { from, through }, now));
}

/** A sandbox that has everything that any of the documents is about. */
export function seedFor(documents: readonly ClinicDocument[]): SandboxSeed {
  const calendars = documents.flatMap((document) => document.calendars);
  const providers = [...new Set(calendars.flatMap(providersOf))];
  const addresses = new Map<string, SeedAddress>();
  for (const calendar of calendars) {
    const known = addresses.get(calendar.addressId)?.services ?? [];
    const added = calendar.services
      .filter(({ addressServiceId }) => !known.some(({ id }) => id === addressServiceId))
      .map(({ addressServiceId: id, duration }) => ({ id, name: id, duration }));
    addresses.set(calendar.addressId, {
      id: calendar.addressId,
      zone: calendar.timezone,
      insuranceProviders: providers,
      services: [...known, ...added],
    });
  }
  const [first] = calendars;
  return {
    zone: documents[0]?.timezone ?? 'UTC',
    services: [],
    insuranceProviders: providers.map((id) => ({ id, name: id })),
    facilities: [
      {
        id: first?.facilityId ?? '',
        name: 'Clinic',
        doctors: [
          {
            id: first?.doctorId ?? '',
            name: 'D',
            surname: 'D',
            addresses: [...addresses.values()],
          },
        ],
      },
    ],
  };
}

function providersOf({ schedules, overrides }: Calendar): readonly string[] {
  return [...schedules, ...overrides.flatMap(({ windows }) => windows)].flatMap(({ insurance }) =>
    (insurance?.providers ?? []).map(String),
  );
}

/** A visit that a patient can book: when, what, for how long. */
export interface Visit {
  readonly start: number;
  readonly end: number;
  readonly service: string;
}

export const visitKey = ({ start, end, service }: Visit): string => `${start} ${end} ${service}`;

/** The visits of a preview. */
export function previewed({ slots, workPeriods }: ComputedCalendar): readonly Visit[] {
  return slots.flatMap(({ start, addressServiceIds }) =>
    addressServiceIds.map((service) => {
      const period = workPeriods.find((each) => each.start <= start && start < each.end);
      const found = period?.configuration.services.find(
        (each) => each.addressServiceId === service,
      );
      const duration = found?.duration ?? 0;
      return { start: start * 60_000, end: (start + duration) * 60_000, service };
    }),
  );
}
