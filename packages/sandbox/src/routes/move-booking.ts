import { z } from 'zod';
import { addressUrl } from '../server/locate.js';
import { ADDRESS_PATH, type Call, created, type Reply, type Route } from '../server/operation.js';
import { invalid, Refusal } from '../server/refusal.js';
import { idSchema, readBody } from '../server/request-body.js';
import { scopes } from '../server/request-query.js';
import { judgeTarget } from '../slots/target.js';
import type { AddressService } from '../state/address-service.js';
import { enterBooking, notifiedBooking, updateBooking } from '../state/book.js';
import type { Booking } from '../state/booking.js';
import { notify } from '../state/notify.js';
import { type Address, addressesWithId, addressKey, type World } from '../state/world.js';
import { parseTimestamp } from '../time/timestamp.js';
import { bookingView, SINGLE_BOOKING_SCOPES } from '../views/booking-view.js';
import { locateBooking, otherAddress } from './locate-booking.js';

const MoveBooking = z.object({
  address_service_id: idSchema,
  start: z.string(),
  duration: z.int().min(1).max(1440).nullish(),
  address_id: idSchema.nullish(),
});

/** `address_id` may name any address of the facility: the doctor's own come first, then other doctors'. */
function namedAddress(world: World, from: Address, id: string): Address {
  const own = world.addresses.get(addressKey({ ...from, id }));
  if (own !== undefined) return own;
  const others = addressesWithId(world, id);
  if (others.length === 0) throw new Refusal(400, 'Address does not exist');
  const address = others.find((other) => other.facilityId === from.facilityId);
  if (address !== undefined) return address;
  throw new Refusal(403, 'This address does not belong to this facility');
}

function targetAddress(world: World, from: Address, id: string): Address {
  const address = namedAddress(world, from, id);
  if (address.access === 'none') {
    throw new Refusal(403, 'You are not authorized to see this address');
  }
  if (address.access === 'read' || from.access === 'read') {
    throw new Refusal(403, 'You are not authorized to make changes on this calendar');
  }
  return address;
}

function targetService(world: World, address: Address, id: string): AddressService {
  const service = address.services.find((entry) => entry.id === id);
  if (service !== undefined) return service;
  const elsewhere = [...world.addresses.values()].some((other) =>
    other.services.some((entry) => entry.id === id),
  );
  throw new Refusal(
    400,
    elsewhere ? 'Service does not belong to the address' : 'Service does not exist',
  );
}

function moveBooking(call: Call): Reply {
  const { address: from, booking } = locateBooking(call, otherAddress());
  const body = readBody(call, MoveBooking);
  const start = parseTimestamp(body.start, call.behaviour.timestamps);
  if (start === null) throw invalid({ start: ['This value is not a valid datetime.'] });
  if (booking.status === 'canceled') {
    throw new Refusal(409, 'The visit has already been canceled or moved');
  }
  const to = targetAddress(call.world, from, body.address_id ?? from.id);
  const service = targetService(call.world, to, body.address_service_id);
  const target = { start, addressServiceId: service.id, duration: body.duration ?? null };
  const verdict = judgeTarget(to, target, booking.id);
  if (verdict.type !== 'free') throw invalid({ start: ['This slot is not available.'] });
  const { duration } = verdict;
  const visit = { ...booking, start, duration, service, bookedBy: 'integration' } as const;
  const entered = enterBooking(call.world, to, call.now, visit, booking.originId);
  const world = leave(call, entered.world, from, booking, entered.booking.id);
  const told = notify(world, call.now, to, 'booking-moved', {
    old_visit_booking: notifiedBooking(world, from, booking),
    new_visit_booking: notifiedBooking(world, to, entered.booking),
  });
  const shown = new Set([...SINGLE_BOOKING_SCOPES, ...scopes(call)]);
  return created(
    told,
    `${addressUrl(call, to)}/bookings/${entered.booking.id}`,
    bookingView(told, to, entered.booking, shown),
  );
}

/** The old booking stays readable, canceled and pointing to the new one. */
function leave(call: Call, world: World, from: Address, booking: Booking, movedTo: string): World {
  const address = world.addresses.get(addressKey(from)) ?? from;
  return updateBooking(world, address, {
    ...booking,
    status: 'canceled',
    canceledBy: 'integration',
    canceledAt: call.now,
    movedTo,
  });
}

/** moveBooking (Docplanner API, section 11): the answer is a new booking with a new id. */
export const moveBookingRoute: Route = {
  method: 'POST',
  path: `${ADDRESS_PATH}/bookings/:booking/move`,
  operation: moveBooking,
};
