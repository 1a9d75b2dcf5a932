import { z } from 'zod';
import { locateAddress } from '../server/locate.js';
import {
  ADDRESS_PATH,
  type Call,
  noContent,
  ok,
  type Reply,
  type Route,
} from '../server/operation.js';
import { notFound, Refusal } from '../server/refusal.js';
import { readBody } from '../server/request-body.js';
import { readWindow, scopes } from '../server/request-query.js';
import { cancelBooking, notifiedBooking, updateBooking } from '../state/book.js';
import { notify } from '../state/notify.js';
import { bookingView, SINGLE_BOOKING_SCOPES } from '../views/booking-view.js';
import { locateBooking, otherAddress } from './locate-booking.js';
import { page } from './page.js';

const BOOKING_PATH = `${ADDRESS_PATH}/bookings/:booking`;
const Cancel = z.object({ reason: z.string().nullish() });
const Confirm = z.object({ confirmed_by: z.enum(['user', 'admin']) });

/** Bookings whose start is in [start, end), canceled ones too, by start and id. */
function list(call: Call): Reply {
  const address = locateAddress(call);
  const { start, end } = readWindow(call);
  const found = address.bookings
    .filter((booking) => start <= booking.start && booking.start < end)
    .toSorted((a, b) => a.start - b.start || Number(a.id) - Number(b.id));
  const view = (booking: (typeof found)[number]) =>
    bookingView(call.world, address, booking, scopes(call));
  return ok(call.world, page(call, found, view));
}

function get(call: Call): Reply {
  const { address, booking } = locateBooking(call, notFound());
  const shown = new Set([...SINGLE_BOOKING_SCOPES, ...scopes(call)]);
  return ok(call.world, bookingView(call.world, address, booking, shown));
}

function cancel(call: Call): Reply {
  const { address, booking } = locateBooking(call, notFound());
  if (call.rawBody.trim() !== '') readBody(call, Cancel);
  if (address.access === 'read')
    throw new Refusal(400, 'Unable to cancel a visit for this address');
  if (booking.status !== 'booked') {
    throw new Refusal(400, `Visit ${booking.id} cannot be canceled because it is not booked`);
  }
  return noContent(cancelBooking(call.world, address, booking, 'integration', call.now));
}

/** A visit that was moved away counts as deleted here; it lives on under its new id. */
function confirm(call: Call): Reply {
  const { address, booking } = locateBooking(call, otherAddress());
  readBody(call, Confirm);
  if (address.access === 'read') {
    throw new Refusal(400, 'Integration is not authorized for this address');
  }
  if (booking.movedTo !== null) throw new Refusal(409, 'Visit has been deleted');
  if (booking.status === 'canceled') throw new Refusal(409, 'Visit has been canceled');
  if (booking.confirmed) throw new Refusal(409, 'Visit has already been confirmed');
  if (booking.start <= call.now) throw new Refusal(409, 'Visit is in the past');
  const confirmed = { ...booking, confirmed: true };
  const world = updateBooking(call.world, address, confirmed);
  return noContent(
    notify(world, call.now, address, 'booking-confirmed', {
      visit_booking: notifiedBooking(world, address, confirmed),
    }),
  );
}

function markPresence(call: Call, presence: 'present' | 'absent'): Reply {
  const otherDoctor = new Refusal(404, 'This visit does not belong to this doctor');
  const { address, booking } = locateBooking(call, otherDoctor);
  if (booking.status === 'canceled') throw new Refusal(409, 'Visit is marked as canceled');
  if (booking.start > call.now) throw new Refusal(400, 'Visit is in the future');
  const marked = { ...booking, presence };
  const world = updateBooking(call.world, address, marked);
  return noContent(
    notify(world, call.now, address, 'presence-marked', {
      visit_booking: notifiedBooking(world, address, marked),
      presence: presence.toUpperCase(),
    }),
  );
}

/** Bookings but for bookSlot and moveBooking (Docplanner API, section 11). */
export const bookingRoutes: readonly Route[] = [
  { method: 'GET', path: `${ADDRESS_PATH}/bookings`, operation: list },
  { method: 'GET', path: BOOKING_PATH, operation: get },
  { method: 'DELETE', path: BOOKING_PATH, operation: cancel },
  { method: 'PUT', path: `${BOOKING_PATH}/confirm`, operation: confirm },
  {
    method: 'POST',
    path: `${BOOKING_PATH}/presence/patient`,
    operation: (call) => markPresence(call, 'present'),
  },
  {
    method: 'DELETE',
    path: `${BOOKING_PATH}/presence/patient`,
    operation: (call) => markPresence(call, 'absent'),
  },
];
