import {
  addDays,
  type Horizon,
  type Instant,
  instantFrom,
  type ShownCalendar,
  type ZoneId,
  zoneOf,
} from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { calendarReads, MAX_BOOKING_MINUTES, readHiding } from '../apply/verify/readCalendar.js';
import { placeRemote, takenTimes } from '../apply/verify/remoteCalendar.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { Clock } from '../http/options/ports.js';
import type { DocplannerClient } from '../resources/client.js';
import type { RemoteBooking } from '../wire/bookings.js';
import type { RemoteBreak } from '../wire/breaks.js';
import type { ImportedAddress } from './importedClinic.js';

/** The part of a client that an import needs. */
export type ImportClient = Pick<
  DocplannerClient,
  | 'listFacilities'
  | 'listDoctors'
  | 'listAddresses'
  | 'listAddressServices'
  | 'getSlots'
  | 'listBreaks'
  | 'listBookings'
  | 'getCalendar'
>;

/** What is read of every address. */
export interface ReadScope {
  readonly timezone: ZoneId;
  readonly horizon: Horizon;
  readonly clock: Clock;
}

/** What an address shows, and what hides some of it. */
export interface ReadAddress {
  readonly shown: ShownCalendar;
  readonly breaks: readonly RemoteBreak[];
  readonly bookings: readonly RemoteBooking[];
}

/** Why an address has nothing to import. */
export type Nothing = 'calendar-disabled' | 'calendar-missing' | 'no-services';

/**
 * Reads an address in four calls; only where it shows no slot a fifth asks whether its calendar is enabled. A
 * start that is over once the slots are there may have been over when they were read, so it is not looked at.
 */
export async function readShown(
  client: ImportClient,
  address: ImportedAddress,
  { timezone, horizon, clock }: ReadScope,
  options: CallOptions,
): Promise<Result<ReadAddress | Nothing, ClientError>> {
  const zone = zoneOf(timezone);
  const span = {
    start: zone.startOf(horizon.from),
    end: zone.startOf(addDays(horizon.through, 1)),
  };
  const services = await client.listAddressServices(address, options);
  if (services.isErr()) return err(services.error);
  if (services.value.length === 0) return ok('no-services');
  const reads = calendarReads(client, address, options);
  const slots = await reads.slots(span);
  if (slots.isErr()) return err(slots.error);
  const now = minuteAfter(clock, span.start);
  if (slots.value.slots.length === 0) {
    const status = await client.getCalendar(address, options);
    if (status.isErr()) return err(status.error);
    if (status.value === 'disabled') return ok('calendar-disabled');
    if (status.value === 'missing') return ok('calendar-missing');
  }
  const hiding = await readHiding(reads, span, span.start - MAX_BOOKING_MINUTES);
  if (hiding.isErr()) return err(hiding.error);
  const placed = placeRemote({ ...slots.value, ...hiding.value }, span);
  return ok({
    shown: {
      timezone,
      horizon,
      now,
      services: services.value.map(({ id, name, duration }) => ({
        addressServiceId: id,
        name: name === '' ? undefined : name.slice(0, MAX_NAME),
        duration,
      })),
      slots: [...placed.slots].map(([start, offered]) => ({ start, services: offered })),
      hidden: [...placed.breaks, ...takenTimes(placed.bookings)],
    },
    breaks: placed.breaks.map(({ remote }) => remote),
    bookings: hiding.value.bookings,
  });
}

/** The longest name that a document takes. */
const MAX_NAME = 255;

function minuteAfter(clock: Clock, otherwise: Instant): Instant {
  return instantFrom(Math.ceil(clock.now() / 60_000) * 60_000).unwrapOr(otherwise);
}
