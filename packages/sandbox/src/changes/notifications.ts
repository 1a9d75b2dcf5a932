import type { Json } from '../answers/json.js';
import type { Address, Notification, SandboxState } from '../state/sandboxState.js';
import type { EpochMs } from '../time/zone.js';

/** Queues a notification about an address (Docplanner API, section 12). */
export function notify(
  state: SandboxState,
  now: EpochMs,
  address: Address,
  name: string,
  more: { readonly [key: string]: Json },
): SandboxState {
  const facility = state.facilities.find((entry) => entry.id === address.facilityId);
  const doctor = facility?.doctors.find((entry) => entry.id === address.doctorId);
  const notification: Notification = {
    name,
    data: {
      facility: { id: address.facilityId, name: facility?.name ?? null },
      doctor: {
        id: address.doctorId,
        name: doctor?.name ?? null,
        surname: doctor?.surname ?? null,
      },
      address: {
        id: address.id,
        name: address.name,
        street: address.street,
        post_code: address.postCode,
      },
      ...more,
    },
    createdAt: now,
  };
  return { ...state, notifications: [...state.notifications, notification] };
}
