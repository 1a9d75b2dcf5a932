import type { Json } from '../answers/json.js';
import { notCommercial, Refusal } from '../answers/refusal.js';
import { checkTarget } from '../availability/target.js';
import type { BookedInsurance, Booking, Party } from '../state/booking.js';
import type { Address, SandboxState } from '../state/sandboxState.js';
import { type EpochMs, formatTimestamp } from '../time/zone.js';
import { addBooking, notifiedBooking } from './bookings.js';
import { notify } from './notifications.js';

/** What somebody who books a visit asks for. */
export interface VisitRequest {
  readonly addressServiceId: string;
  /** Minutes; null takes what the slot says. */
  readonly duration: number | null;
  /** In the form that answers have. */
  readonly patient: { readonly [key: string]: Json };
  readonly comment: string | null;
  readonly insurance: BookedInsurance | null;
}

/** Books a free slot, or refuses as bookSlot does (Docplanner API, section 9.4). */
export function bookVisit(
  state: SandboxState,
  address: Address,
  now: EpochMs,
  start: EpochMs,
  request: VisitRequest,
  by: Party,
): { readonly state: SandboxState; readonly address: Address; readonly booking: Booking } {
  if (address.commercialType === 'basic') throw notCommercial(address.id);
  if (address.calendar !== 'enabled')
    throw new Refusal(404, 'Unable to book a visit for this address');
  const service = address.services.find((entry) => entry.id === request.addressServiceId);
  if (service === undefined) throw new Refusal(404, 'Service does not exist');
  const verdict = checkTarget(address, { ...request, start }, null);
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
  const { patient, comment, insurance } = request;
  const { duration } = verdict;
  const visit = { start, duration, service, patient, comment, insurance, bookedBy: by };
  const entered = addBooking(state, address, now, visit, null);
  const notified = notify(entered.state, now, address, 'slot-booked', {
    visit_booking: notifiedBooking(entered.state, address, entered.booking),
  });
  return { ...entered, state: notified };
}
