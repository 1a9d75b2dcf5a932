import * as z from 'zod';
import { invalid, Refusal } from '../answers/refusal.js';
import { checkTarget } from '../availability/target.js';
import { addBooking, notifiedBooking, updateBooking } from '../changes/bookings.js';
import { notify } from '../changes/notifications.js';
import { addressUrl } from '../operation/locate.js';
import {
  ADDRESS_PATH,
  created,
  type Reply,
  type RequestContext,
  type Route,
} from '../operation/operation.js';
import { idSchema, readBody } from '../operation/requestBody.js';
import { scopes } from '../operation/requestQuery.js';
import type { AddressService } from '../state/addressService.js';
import type { Booking } from '../state/booking.js';
import {
  type Address,
  addressesWithId,
  addressKey,
  type SandboxState,
} from '../state/sandboxState.js';
import { parseTimestamp } from '../time/timestamp.js';
import { bookingView, SINGLE_BOOKING_SCOPES } from '../views/bookingView.js';
import { locateBooking, otherAddress } from './locateBooking.js';

const MoveBooking = z.object({
  address_service_id: idSchema,
  start: z.string(),
  duration: z.int().min(1).max(1440).nullish(),
  address_id: idSchema.nullish(),
});

/** `address_id` may name any address of the facility: the doctor's own come first, then other doctors'. */
function namedAddress(state: SandboxState, from: Address, id: string): Address {
  const own = state.addresses.get(addressKey({ ...from, id }));
  if (own !== undefined) return own;
  const others = addressesWithId(state, id);
  if (others.length === 0) throw new Refusal(400, 'Address does not exist');
  const address = others.find((other) => other.facilityId === from.facilityId);
  if (address !== undefined) return address;
  throw new Refusal(403, 'This address does not belong to this facility');
}

function targetAddress(state: SandboxState, from: Address, id: string): Address {
  const address = namedAddress(state, from, id);
  if (address.access === 'none') {
    throw new Refusal(403, 'You are not authorized to see this address');
  }
  if (address.access === 'read' || from.access === 'read') {
    throw new Refusal(403, 'You are not authorized to make changes on this calendar');
  }
  return address;
}

function targetService(state: SandboxState, address: Address, id: string): AddressService {
  const service = address.services.find((entry) => entry.id === id);
  if (service !== undefined) return service;
  const elsewhere = [...state.addresses.values()].some((other) =>
    other.services.some((entry) => entry.id === id),
  );
  throw new Refusal(
    400,
    elsewhere ? 'Service does not belong to the address' : 'Service does not exist',
  );
}

function moveBooking(context: RequestContext): Reply {
  const { address: from, booking } = locateBooking(context, otherAddress());
  const body = readBody(context, MoveBooking);
  const start = parseTimestamp(body.start, context.behaviour.timestamps);
  if (start === null) throw invalid({ start: ['This value is not a valid datetime.'] });
  if (booking.status === 'canceled') {
    throw new Refusal(409, 'The visit has already been canceled or moved');
  }
  const to = targetAddress(context.state, from, body.address_id ?? from.id);
  const service = targetService(context.state, to, body.address_service_id);
  const target = { start, addressServiceId: service.id, duration: body.duration ?? null };
  const verdict = checkTarget(to, target, booking.id);
  if (verdict.type !== 'free') throw invalid({ start: ['This slot is not available.'] });
  const { duration } = verdict;
  const visit = { ...booking, start, duration, service, bookedBy: 'integration' } as const;
  const entered = addBooking(context.state, to, context.now, visit, booking.originId);
  const state = markMoved(context, entered.state, from, booking, entered.booking.id);
  const notified = notify(state, context.now, to, 'booking-moved', {
    old_visit_booking: notifiedBooking(state, from, booking),
    new_visit_booking: notifiedBooking(state, to, entered.booking),
  });
  const asked = new Set([...SINGLE_BOOKING_SCOPES, ...scopes(context)]);
  return created(
    notified,
    `${addressUrl(context, to)}/bookings/${entered.booking.id}`,
    bookingView(notified, to, entered.booking, asked),
  );
}

/** The old booking stays readable, canceled and pointing to the new one. */
function markMoved(
  context: RequestContext,
  state: SandboxState,
  from: Address,
  booking: Booking,
  movedTo: string,
): SandboxState {
  const address = state.addresses.get(addressKey(from)) ?? from;
  return updateBooking(state, address, {
    ...booking,
    status: 'canceled',
    canceledBy: 'integration',
    canceledAt: context.now,
    movedTo,
  });
}

/** moveBooking (Docplanner API, section 11): the answer is a new booking with a new id. */
export const moveBookingRoute: Route = {
  method: 'POST',
  path: `${ADDRESS_PATH}/bookings/:booking/move`,
  operation: moveBooking,
};
