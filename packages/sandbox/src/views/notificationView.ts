import type { Json } from '../answers/json.js';
import type { Notification } from '../state/sandboxState.js';
import { formatTimestamp } from '../time/zone.js';

/** The envelope of a notification (Docplanner API, section 12). */
export function notificationView(notification: Notification, zone: string): Json {
  const { name, data, createdAt } = notification;
  return { name, data, created_at: formatTimestamp(createdAt, zone) };
}
