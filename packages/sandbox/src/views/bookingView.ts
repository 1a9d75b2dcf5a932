import type { Json } from '../answers/json.js';
import { type Booking, bookingRange } from '../state/booking.js';
import type { Address, SandboxState } from '../state/sandboxState.js';
import { formatTimestamp } from '../time/zone.js';
import { addressServiceView } from './addressServiceView.js';

/** The scopes that a single booking always shows. */
export const SINGLE_BOOKING_SCOPES: readonly string[] = [
  'booking.patient',
  'booking.address_service',
  'booking.presence',
  'booking.confirmation',
];

/** First and newest booking of the chain of moves that this one is part of. */
function movingView(state: SandboxState, { originId }: Booking): Json {
  const chain = [...state.addresses.values()]
    .flatMap((address) => address.bookings)
    .filter((other) => other.originId === originId);
  const newest = chain.find((other) => other.movedTo === null);
  return { origin_booking_id: originId, newest_booking_id: newest?.id ?? originId };
}

/** Booking of the Docplanner API, section 11. */
export function bookingView(
  state: SandboxState,
  address: Address,
  booking: Booking,
  scopes: ReadonlySet<string>,
): { readonly [key: string]: Json } {
  const { insurance, canceledAt } = booking;
  const time = (at: number) => formatTimestamp(at, address.zone);
  return {
    id: booking.id,
    status: booking.status,
    start_at: time(booking.start),
    end_at: time(bookingRange(booking).end),
    duration: booking.duration,
    booked_by: booking.bookedBy,
    booked_at: time(booking.bookedAt),
    canceled_by: booking.canceledBy,
    canceled_at: canceledAt === null ? null : time(canceledAt),
    comment: booking.comment,
    insurance: insurance && {
      id: insurance.id,
      name: insurance.name,
      plan: insurance.plan,
      plan_id: insurance.planId,
    },
    ...(scopes.has('booking.patient') && { patient: booking.patient }),
    ...(scopes.has('booking.address_service') && {
      address_service: addressServiceView(booking.service, scopes),
    }),
    ...(scopes.has('booking.presence') && { presence: booking.presence }),
    ...(scopes.has('booking.confirmation') && { confirmed: booking.confirmed }),
    ...(scopes.has('booking.moving') && {
      moving: movingView(state, booking),
    }),
  };
}
