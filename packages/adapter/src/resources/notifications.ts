import { errAsync, okAsync, type ResultAsync } from 'neverthrow';
import type { Call, CallOptions } from '../http/call/call.js';
import { fill, invalidRequest } from '../http/call/path.js';
import { reader } from '../http/call/read.js';
import type { ClientError } from '../http/error/clientError.js';
import { type Notification, NotificationAnswer, NotificationBatch } from '../wire/notifications.js';

/** Notifications that were pulled, and how many are left. */
export interface Pulled {
  readonly notifications: readonly Notification[];
  readonly remaining: number;
}

/**
 * Notifications, pulled (Docplanner API, section 12). A pull takes them off the queue, so it is never sent
 * again while its outcome is unknown: what was on its way is lost then, and only reading bookings and breaks
 * tells what happened.
 */
export interface NotificationCalls {
  /** The oldest one; undefined when there is none. */
  readonly pullNotification: (
    options?: CallOptions,
  ) => ResultAsync<Notification | undefined, ClientError>;
  /** The oldest ones, at most `limit` (1 to 100). */
  readonly pullNotifications: (
    limit: number,
    options?: CallOptions,
  ) => ResultAsync<Pulled, ClientError>;
}

const readOne = reader(NotificationAnswer);
const readMany = reader(NotificationBatch);
const MOST = 100;

export function notificationCalls(call: Call): NotificationCalls {
  return {
    pullNotification: (options) =>
      call(
        {
          operation: 'getNotification',
          method: 'GET',
          path: fill('/notifications', {}),
          repeat: 'never',
          needs: 'body',
          read: (answer) => readOne(answer).map((one): Notification | undefined => one),
        },
        options,
      ).orElse((error) =>
        error.type === 'not-found' && error.message === 'No notifications found'
          ? okAsync(undefined)
          : errAsync(error),
      ),
    pullNotifications: (limit, options) =>
      call(
        {
          operation: 'getNotifications',
          method: 'GET',
          path:
            Number.isInteger(limit) && limit >= 1 && limit <= MOST
              ? fill('/notifications/multiple', {})
              : invalidRequest('limit', `a whole number from 1 to ${MOST}`),
          query: { limit: String(limit) },
          repeat: 'never',
          needs: 'body',
          read: (answer) =>
            readMany(answer).map(
              ({ notifications, remaining }): Pulled => ({ notifications, remaining }),
            ),
        },
        options,
      ),
  };
}
