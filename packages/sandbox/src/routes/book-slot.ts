import { locateAddress } from '../server/locate.js';
import { ADDRESS_PATH, ok, type Reply, type Route } from '../server/operation.js';
import { notCommercial, Refusal } from '../server/refusal.js';
import { scopes } from '../server/request-query.js';
import { judgeTarget } from '../slots/target.js';
import { enterBooking, notifiedBooking } from '../state/book.js';
import type { Booking, Party } from '../state/booking.js';
import { notify } from '../state/notify.js';
import type { Address, World } from '../state/world.js';
import { parseTimestamp } from '../time/timestamp.js';
import { type EpochMs, formatTimestamp } from '../time/zone.js';
import { bookingView, SINGLE_BOOKING_SCOPES } from '../views/booking-view.js';
import { BOOK_REFUSED, type BookRequest, readBookRequest } from './book-request.js';

/** Books a free slot, or refuses as bookSlot does (Docplanner API, section 9.4). */
export function bookVisit(
  world: World,
  address: Address,
  now: EpochMs,
  start: EpochMs,
  request: Omit<BookRequest, 'duration'> & { readonly duration: number | null },
  by: Party,
): { readonly world: World; readonly address: Address; readonly booking: Booking } {
  if (address.commercialType === 'basic') throw notCommercial(address.id);
  if (address.calendar !== 'enabled')
    throw new Refusal(404, 'Unable to book a visit for this address');
  const service = address.services.find((entry) => entry.id === request.addressServiceId);
  if (service === undefined) throw new Refusal(404, 'Service does not exist');
  const verdict = judgeTarget(address, { ...request, start }, null);
  const time = formatTimestamp(start, address.zone);
  if (verdict.type === 'not-found') {
    throw new Refusal(404, `Unable to perform booking. Requested target slot (${time}) not found`);
  }
  if (verdict.type === 'service-not-supported') {
    throw new Refusal(
      404,
      `Unable to perform booking. Slot (${time}) does not support service ${service.id}`,
    );
  }
  const { duration } = verdict;
  const { patient, comment, insurance } = request;
  const visit = { start, duration, service, patient, comment, insurance, bookedBy: by };
  const entered = enterBooking(world, address, now, visit, null);
  const told = notify(entered.world, now, address, 'slot-booked', {
    visit_booking: notifiedBooking(entered.world, address, entered.booking),
  });
  return { ...entered, world: told };
}

/** bookSlot: 200, not 201, and no Location. */
export const bookSlotRoute: Route = {
  method: 'POST',
  path: `${ADDRESS_PATH}/slots/:start/book`,
  operation: (call): Reply => {
    const address = locateAddress(call);
    if (address.access === 'read')
      throw new Refusal(404, 'Unable to book a visit for this address');
    const start = parseTimestamp(call.param('start'), call.behaviour.timestamps);
    if (start === null) {
      throw new Refusal(400, BOOK_REFUSED, { start: ['This value is not a valid datetime.'] });
    }
    const request = readBookRequest(call, address);
    const booked = bookVisit(call.world, address, call.now, start, request, 'integration');
    const shown = new Set([...SINGLE_BOOKING_SCOPES, ...scopes(call)]);
    return ok(booked.world, bookingView(booked.world, booked.address, booked.booking, shown));
  },
};
