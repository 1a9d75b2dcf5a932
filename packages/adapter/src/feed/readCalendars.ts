import type { CalendarAddress } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { isHopeless } from '../apply/report/ending.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { BookingsFile } from './bookingsFile.js';
import { readWindow, withFullRead } from './fullRead.js';
import { placeOf } from './place.js';
import type { PullClient, PullReport } from './pullReport.js';

const EMPTY: BookingsFile = { version: 1, kind: 'slotwright-bookings', calendars: {} };

/**
 * The previous file, less what is no calendar of ours and without `pulledAt`, with calendars read in full:
 * those that it does not have, or all if it cannot be trusted (`since` is undefined).
 */
export async function readCalendars(
  client: Pick<PullClient, 'listBookings'>,
  calendars: readonly CalendarAddress[],
  previous: BookingsFile | undefined,
  since: string | undefined,
  now: number,
  options: CallOptions,
): Promise<Result<Pick<PullReport, 'file' | 'read' | 'unread'>, ClientError>> {
  const wanted = new Map(calendars.map((each) => [placeOf(each), each]));
  const held = Object.entries(previous?.calendars ?? {}).filter(([place]) => wanted.has(place));
  let file: BookingsFile = { ...EMPTY, calendars: Object.fromEntries(held) };
  const window = readWindow(now);
  const read: string[] = [];
  const unread: PullReport['unread'][number][] = [];
  for (const [place, address] of wanted) {
    if (since !== undefined && Object.hasOwn(file.calendars, place)) continue;
    const bookings = await client.listBookings(address, window, options);
    if (bookings.isOk()) {
      file = withFullRead(file, place, window, bookings.value);
      read.push(place);
    } else if (isHopeless(bookings.error)) {
      return err(bookings.error);
    } else {
      unread.push({ calendar: place, error: bookings.error });
    }
  }
  return ok({ file, read, unread });
}
