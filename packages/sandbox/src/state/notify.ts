import type { EpochMs } from '../time/zone.js';
import { formatTimestamp } from '../time/zone.js';
import type { Json } from './json.js';
import type { Address, Notification, World } from './world.js';

/** Queues a notification about an address (Docplanner API, section 12). */
export function notify(
  world: World,
  now: EpochMs,
  address: Address,
  name: string,
  more: { readonly [key: string]: Json },
): World {
  const facility = world.facilities.find((entry) => entry.id === address.facilityId);
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
  return { ...world, notifications: [...world.notifications, notification] };
}

/** The envelope that a pull answers. */
export function notificationView(notification: Notification, zone: string): Json {
  const { name, data, createdAt } = notification;
  return { name, data, created_at: formatTimestamp(createdAt, zone) };
}
