import type { EpochMs } from '../time/zone.js';
import { bookingView } from '../views/booking-view.js';
import type { Booking, Party } from './booking.js';
import { notify } from './notify.js';
import { type Address, nextId, type World, withAddress } from './world.js';

/** What is known of a visit before it has an id. */
type NewBooking = Pick<
  Booking,
  'start' | 'duration' | 'service' | 'bookedBy' | 'comment' | 'patient' | 'insurance'
>;

const IN_NOTIFICATIONS = new Set(['booking.patient', 'booking.address_service']);

/** The `visit_booking` of a notification. */
export function notifiedBooking(world: World, address: Address, booking: Booking) {
  return bookingView(world, address, booking, IN_NOTIFICATIONS);
}

/** Enters a visit; whether its time is free has been checked before. `originId` continues a chain of moves. */
export function enterBooking(
  before: World,
  address: Address,
  now: EpochMs,
  visit: NewBooking,
  originId: string | null,
): { readonly world: World; readonly address: Address; readonly booking: Booking } {
  const { id, world } = nextId(before);
  const booking: Booking = {
    ...visit,
    id,
    status: 'booked',
    bookedAt: now,
    canceledBy: '',
    canceledAt: null,
    confirmed: false,
    presence: null,
    originId: originId ?? id,
    movedTo: null,
  };
  const changed = { ...address, bookings: [...address.bookings, booking] };
  return { world: withAddress(world, changed), address: changed, booking };
}

/** Replaces a booking of an address by a later version of itself. */
export function updateBooking(world: World, address: Address, booking: Booking): World {
  const bookings = address.bookings.map((entry) => (entry.id === booking.id ? booking : entry));
  return withAddress(world, { ...address, bookings });
}

/** Cancels a booking; the freed slots show again. */
export function cancelBooking(
  world: World,
  address: Address,
  booking: Booking,
  by: Party,
  now: EpochMs,
): World {
  const canceled: Booking = { ...booking, status: 'canceled', canceledBy: by, canceledAt: now };
  const next = updateBooking(world, address, canceled);
  return notify(next, now, address, 'booking-canceled', {
    visit_booking: notifiedBooking(next, address, canceled),
  });
}
