import {
  type Calendar,
  computeCalendar,
  type Horizon,
  type InferredCalendar,
  type Instant,
  parseDocument,
  type ShownCalendar,
  type Slot,
} from '../../src/index.js';

/** Who says how long services take: each start, the address's list of services, or nobody. */
export type Said = 'at-starts' | 'in-list' | 'nowhere';

/** A calendar as Docplanner would show it: its slots, and the time that breaks and bookings there hide. */
export function shownOf(
  calendar: Calendar,
  horizon: Horizon,
  now: Instant,
  said: Said = 'at-starts',
): ShownCalendar {
  const { slots, basePeriods, blocked } = computeCalendar(calendar, horizon, now);
  const durationAt = (start: Instant, id: string): number | undefined =>
    basePeriods
      .find((period) => period.start <= start && start < period.end)
      ?.configuration.services.find((each) => each.addressServiceId === id)?.duration;
  return {
    timezone: calendar.timezone,
    horizon,
    now,
    services: calendar.services.map(({ addressServiceId, name, duration }) => ({
      addressServiceId,
      name,
      duration: said === 'nowhere' ? undefined : duration,
    })),
    slots: slots.map(({ start, addressServiceIds }) => ({
      start,
      services: addressServiceIds.map((addressServiceId) => ({
        addressServiceId,
        duration: said === 'at-starts' ? durationAt(start, addressServiceId) : undefined,
      })),
    })),
    hidden: blocked.filter(({ source }) => source.publish !== 'carve'),
  };
}

/** What the inferred calendar shows where Docplanner hides the same time. */
export function slotsAgain(
  { services, schedules, overrides, closures }: InferredCalendar,
  { timezone, horizon, now, hidden }: ShownCalendar,
): readonly Slot[] {
  if (services.length === 0) return [];
  const bookings = hidden.map(({ start, end }, index) => ({
    id: `hidden-${index}`,
    start: utc(start),
    end: utc(end),
    publish: 'none',
  }));
  const place = { id: 'again', facilityId: '1', doctorId: '2', addressId: '3' };
  const calendars = [{ ...place, services, schedules, overrides, closures, bookings }];
  const document = parseDocument({ version: 1, timezone, calendars })._unsafeUnwrap();
  return document.calendars.flatMap((again) => computeCalendar(again, horizon, now).slots);
}

const utc = (minute: number): string => `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`;

/** Starts with their services, in one form whichever order services have. */
export function startsOf(
  slots: readonly { readonly start: Instant; readonly ids: readonly string[] }[],
): readonly string[] {
  return slots.map(({ start, ids }) => `${utc(start)} ${[...ids].sort().join('+')}`).sort();
}
