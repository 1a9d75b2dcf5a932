import { notFound, Refusal } from '../answers/refusal.js';
import { locateAddress } from '../operation/locate.js';
import type { RequestContext } from '../operation/operation.js';
import type { Booking } from '../state/booking.js';
import type { Address } from '../state/sandboxState.js';

/** The booking that the path names; `elsewhere` is the refusal when it belongs to another address. */
export function locateBooking(
  context: RequestContext,
  elsewhere: Refusal,
): { readonly address: Address; readonly booking: Booking } {
  const address = locateAddress(context);
  const id = context.param('booking');
  const booking = address.bookings.find((entry) => entry.id === id);
  if (booking !== undefined) return { address, booking };
  const known = [...context.state.addresses.values()].some((other) =>
    other.bookings.some((entry) => entry.id === id),
  );
  throw known ? elsewhere : notFound();
}

export const otherAddress = () => new Refusal(403, 'This booking does not belong to this address');
