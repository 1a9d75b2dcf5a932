import { errAsync, okAsync, type ResultAsync } from 'neverthrow';
import { bodyReader } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { fill, invalidRequest } from '../http/call/path.js';
import type { ClientError } from '../http/error/clientError.js';
import { MESSAGE } from '../wire/messages.js';
import { type Notification, NotificationAnswer, NotificationBatch } from '../wire/notifications.js';

/** Notifications that were pulled. */
export interface Pulled {
  /** Oldest first. */
  readonly notifications: readonly Notification[];
  /** How many are left on the queue. */
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
  /** The oldest ones, at most `limit` (1 to 100). None is an empty list, whichever way the API says it. */
  readonly pullNotifications: (
    limit: number,
    options?: CallOptions,
  ) => ResultAsync<Pulled, ClientError>;
}

const readOne = bodyReader(NotificationAnswer);
const readMany = bodyReader(NotificationBatch);
/** As many as one request may take (Docplanner API, section 12). */
const MAX_BATCH = 100;

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
      ).orElse((error) => (isEmptyQueue(error) ? okAsync(undefined) : errAsync(error))),
    pullNotifications: (limit, options) =>
      call(
        {
          operation: 'getNotifications',
          method: 'GET',
          path:
            Number.isInteger(limit) && limit >= 1 && limit <= MAX_BATCH
              ? fill('/notifications/multiple', {})
              : invalidRequest('limit', `a whole number from 1 to ${MAX_BATCH}`),
          query: { limit: String(limit) },
          repeat: 'never',
          needs: 'body',
          read: (answer) =>
            readMany(answer).map(
              ({ notifications, remaining }): Pulled => ({ notifications, remaining }),
            ),
        },
        options,
      ).orElse((error) =>
        isEmptyQueue(error) ? okAsync({ notifications: [], remaining: 0 }) : errAsync(error),
      ),
  };
}

function isEmptyQueue(error: ClientError): boolean {
  return error.type === 'not-found' && error.message === MESSAGE.noNotifications;
}
