import type { Booking, Party } from '../state/booking.js';
import { type Address, nextId, type SandboxState, withAddress } from '../state/sandboxState.js';
import type { EpochMs } from '../time/zone.js';
import { bookingView } from '../views/bookingView.js';
import { notify } from './notifications.js';

/** What is known of a visit before it has an id. */
type NewBooking = Pick<
  Booking,
  'start' | 'duration' | 'service' | 'bookedBy' | 'comment' | 'patient' | 'insurance'
>;

const IN_NOTIFICATIONS = new Set(['booking.patient', 'booking.address_service']);

/** The `visit_booking` of a notification. */
export function notifiedBooking(state: SandboxState, address: Address, booking: Booking) {
  return bookingView(state, address, booking, IN_NOTIFICATIONS);
}

/** Enters a visit; whether its time is free has been checked before. `originId` continues a chain of moves. */
export function addBooking(
  before: SandboxState,
  address: Address,
  now: EpochMs,
  visit: NewBooking,
  originId: string | null,
): { readonly state: SandboxState; readonly address: Address; readonly booking: Booking } {
  const { id, state } = nextId(before);
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
  return { state: withAddress(state, changed), address: changed, booking };
}

/** Replaces a booking of an address by a later version of itself. */
export function updateBooking(
  state: SandboxState,
  address: Address,
  booking: Booking,
): SandboxState {
  const bookings = address.bookings.map((entry) => (entry.id === booking.id ? booking : entry));
  return withAddress(state, { ...address, bookings });
}

/** Cancels a booking; the freed slots show again. */
export function cancelBooking(
  state: SandboxState,
  address: Address,
  booking: Booking,
  by: Party,
  now: EpochMs,
): SandboxState {
  const canceled: Booking = { ...booking, status: 'canceled', canceledBy: by, canceledAt: now };
  const next = updateBooking(state, address, canceled);
  return notify(next, now, address, 'booking-canceled', {
    visit_booking: notifiedBooking(next, address, canceled),
  });
}
