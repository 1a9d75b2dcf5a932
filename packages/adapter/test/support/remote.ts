import { parseInstant } from '@slotwright/engine';
import { Booking, type RemoteBooking } from '../../src/wire/bookings.js';
import { Break, type RemoteBreak } from '../../src/wire/breaks.js';
import type { FreeSlot, SlotService } from '../../src/wire/slots.js';

/** A free start as the client reads it. */
export function freeSlot(start: string, services: readonly SlotService[] = []): FreeSlot {
  return { start: parseInstant(start)._unsafeUnwrap(), services };
}

/** A break as the client reads it. */
export function remoteBreak(
  written: Pick<RemoteBreak, 'id' | 'since' | 'till' | 'description'>,
): RemoteBreak {
  return Break.parse(written);
}

/** A booking of a patient as the client reads it, with changes. */
export function remoteBooking({
  id,
  startAt,
  endAt,
  ...changes
}: Pick<RemoteBooking, 'id' | 'startAt' | 'endAt'> & Partial<RemoteBooking>): RemoteBooking {
  const written = { status: 'booked', booked_by: 'user', start_at: startAt, end_at: endAt };
  return { ...Booking.parse({ id, ...written }), ...changes };
}
