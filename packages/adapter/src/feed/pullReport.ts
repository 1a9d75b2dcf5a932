import type { ClientError } from '../http/error/clientError.js';
import type { DocplannerClient } from '../resources/client.js';
import type { BookingsFile } from './bookingsFile.js';

/** The part of a client that a pull uses. */
export type PullClient = Pick<DocplannerClient, 'listBookings' | 'pullNotifications'>;

/** What a pull did. */
export interface PullReport {
  /** As it was saved last. */
  readonly file: BookingsFile;
  /** The calendars that were read in full, `facilityId/doctorId/addressId`. */
  readonly read: readonly string[];
  /** The calendars that could not be read: they keep what was known of them, and the next pull reads them. */
  readonly unread: readonly { readonly calendar: string; readonly error: ClientError }[];
  /** Notifications that were taken off the queue, those of no use to the file included. */
  readonly notifications: number;
  /** Notifications left on the queue, as its last answer counted them. */
  readonly remaining: number;
}
