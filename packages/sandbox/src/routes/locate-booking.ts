import { locateAddress } from '../server/locate.js';
import type { Call } from '../server/operation.js';
import { notFound, Refusal } from '../server/refusal.js';
import type { Booking } from '../state/booking.js';
import type { Address } from '../state/world.js';

/** The booking that the path names; `elsewhere` is the refusal when it belongs to another address. */
export function locateBooking(
  call: Call,
  elsewhere: Refusal,
): { readonly address: Address; readonly booking: Booking } {
  const address = locateAddress(call);
  const id = call.param('booking');
  const booking = address.bookings.find((entry) => entry.id === id);
  if (booking !== undefined) return { address, booking };
  const known = [...call.world.addresses.values()].some((other) =>
    other.bookings.some((entry) => entry.id === id),
  );
  throw known ? elsewhere : notFound();
}

export const otherAddress = () => new Refusal(403, 'This booking does not belong to this address');
