import * as z from 'zod';
import { notFound, Refusal } from '../answers/refusal.js';
import { cancelBooking, notifiedBooking, updateBooking } from '../changes/bookings.js';
import { notify } from '../changes/notifications.js';
import { locateAddress } from '../operation/locate.js';
import {
  ADDRESS_PATH,
  noContent,
  ok,
  type Reply,
  type RequestContext,
  type Route,
} from '../operation/operation.js';
import { page } from '../operation/page.js';
import { readBody } from '../operation/requestBody.js';
import { readWindow, scopes } from '../operation/requestQuery.js';
import { bookingView, SINGLE_BOOKING_SCOPES } from '../views/bookingView.js';
import { locateBooking, otherAddress } from './locateBooking.js';

const BOOKING_PATH = `${ADDRESS_PATH}/bookings/:booking`;
const Cancel = z.object({ reason: z.string().nullish() });
const Confirm = z.object({ confirmed_by: z.enum(['user', 'admin']) });

/** Bookings whose start is in [start, end), canceled ones too, by start and id. */
function list(context: RequestContext): Reply {
  const address = locateAddress(context);
  const { start, end } = readWindow(context);
  const found = address.bookings
    .filter((booking) => start <= booking.start && booking.start < end)
    .toSorted((a, b) => a.start - b.start || Number(a.id) - Number(b.id));
  const view = (booking: (typeof found)[number]) =>
    bookingView(context.state, address, booking, scopes(context));
  return ok(context.state, page(context, found, view));
}

function get(context: RequestContext): Reply {
  const { address, booking } = locateBooking(context, notFound());
  const asked = new Set([...SINGLE_BOOKING_SCOPES, ...scopes(context)]);
  return ok(context.state, bookingView(context.state, address, booking, asked));
}

function cancel(context: RequestContext): Reply {
  const { address, booking } = locateBooking(context, notFound());
  if (context.rawBody.trim() !== '') readBody(context, Cancel);
  if (address.access === 'read')
    throw new Refusal(400, 'Unable to cancel a visit for this address');
  if (booking.status !== 'booked') {
    throw new Refusal(400, `Visit ${booking.id} cannot be canceled because it is not booked`);
  }
  return noContent(cancelBooking(context.state, address, booking, 'integration', context.now));
}

/** A visit that was moved away counts as deleted here; it lives on under its new id. */
function confirm(context: RequestContext): Reply {
  const { address, booking } = locateBooking(context, otherAddress());
  readBody(context, Confirm);
  if (address.access === 'read') {
    throw new Refusal(400, 'Integration is not authorized for this address');
  }
  if (booking.movedTo !== null) throw new Refusal(409, 'Visit has been deleted');
  if (booking.status === 'canceled') throw new Refusal(409, 'Visit has been canceled');
  if (booking.confirmed) throw new Refusal(409, 'Visit has already been confirmed');
  if (booking.start <= context.now) throw new Refusal(409, 'Visit is in the past');
  const confirmed = { ...booking, confirmed: true };
  const state = updateBooking(context.state, address, confirmed);
  return noContent(
    notify(state, context.now, address, 'booking-confirmed', {
      visit_booking: notifiedBooking(state, address, confirmed),
    }),
  );
}

function markPresence(context: RequestContext, presence: 'present' | 'absent'): Reply {
  const otherDoctor = new Refusal(404, 'This visit does not belong to this doctor');
  const { address, booking } = locateBooking(context, otherDoctor);
  if (booking.status === 'canceled') throw new Refusal(409, 'Visit is marked as canceled');
  if (booking.start > context.now) throw new Refusal(400, 'Visit is in the future');
  const marked = { ...booking, presence };
  const state = updateBooking(context.state, address, marked);
  return noContent(
    notify(state, context.now, address, 'presence-marked', {
      visit_booking: notifiedBooking(state, address, marked),
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
    operation: (context) => markPresence(context, 'present'),
  },
  {
    method: 'DELETE',
    path: `${BOOKING_PATH}/presence/patient`,
    operation: (context) => markPresence(context, 'absent'),
  },
];
