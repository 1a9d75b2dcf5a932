import type { ComputedCalendar, Interval, RemoteBreak } from '@slotwright/engine';
import { err, errAsync, ok, okAsync, type Result, type ResultAsync } from 'neverthrow';
import type { DateDifference } from '../apply/report/dateDifference.js';
import type { CalendarView } from '../apply/verify/calendarView.js';
import {
  calendarReads,
  placed,
  type ReadClient,
  readCalendar,
} from '../apply/verify/readCalendar.js';
import { type PlacedRemote, takenTimes } from '../apply/verify/remoteCalendar.js';
import { bookingDifference } from '../drift/bookings.js';
import { bookingsSince } from '../drift/readDrift.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { DocplannerClient } from '../resources/client.js';
import type { CalendarRecord } from '../state/state.js';
import { refreshed } from './refreshed.js';

/** The part of a client that looks at a calendar. */
export type RefreshClient = ReadClient & Pick<DocplannerClient, 'getCalendar'>;

/** What was seen of a calendar, and what its plan needs to know of it. */
export interface RefreshedCalendar {
  readonly view: CalendarView;
  readonly breaks: readonly RemoteBreak[];
  readonly unexplained: readonly DateDifference[];
}

/**
 * Looks at a calendar before it is planned: slots with services, breaks, bookings. Only where it shows nothing
 * though something should be shown, it is asked whether it is enabled. `now` and `settleMs` in milliseconds.
 */
export async function refreshCalendar(
  client: RefreshClient,
  result: ComputedCalendar,
  record: CalendarRecord,
  { now, settleMs }: { readonly now: number; readonly settleMs: number },
  options: CallOptions,
): Promise<Result<RefreshedCalendar, ClientError>> {
  const { calendar, dates } = result;
  const [first, last] = [dates[0], dates.at(-1)];
  const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const read = await readPlaced(client, result, span, options);
  if (read.isErr()) return err(read.error);
  const { published, confirmed, unexplained } = refreshed(
    result,
    record.published,
    read.value,
    now,
  );
  const { slots, breaks, bookings } = read.value;
  const isExpected =
    unexplained.length > 0 || result.slots.some(({ start }) => start * 60_000 > now);
  const mustAsk = slots.size === 0 && isExpected;
  const status = mustAsk ? await client.getCalendar(calendar, options) : ok(undefined);
  if (status.isErr()) return err(status.error);
  const ours = new Set(record.published.breaks.map(({ id }) => id));
  const foreign = breaks.filter(({ remote }) => !ours.has(remote.id));
  return ok({
    view: {
      published,
      confirmed,
      settled: confirmed.filter((date) => (record.unsettled[date] ?? now) <= now - settleMs),
      slots,
      foreign: [...foreign, ...takenTimes(bookings)],
      status: status.value,
      bookingsChanged: areBookingsChanged(result, read.value, now),
      reads: (span.start < span.end ? 3 : 0) + (mustAsk ? 1 : 0),
    },
    breaks: breaks.map(({ remote }) => remote),
    unexplained,
  });
}

const NOTHING: PlacedRemote = { slots: new Map(), breaks: [], bookings: [] };

/** An address without a calendar has nothing, whichever way Docplanner says it. */
function readPlaced(
  client: RefreshClient,
  result: ComputedCalendar,
  span: Interval<number>,
  options: CallOptions,
): ResultAsync<PlacedRemote, ClientError> {
  if (span.start >= span.end) return okAsync(NOTHING);
  const reads = calendarReads(client, result.calendar, options);
  return readCalendar(reads, span, bookingsSince(result, span))
    .andThen((remote) => placed(remote, span))
    .orElse((error) =>
      error.type === 'not-found'
        ? client
            .getCalendar(result.calendar, options)
            .andThen((status) => (status === 'missing' ? okAsync(NOTHING) : errAsync(error)))
        : errAsync(error),
    );
}

/** Whether bookings that are not over are other ones there than in the document. */
function areBookingsChanged(
  result: ComputedCalendar,
  { bookings }: PlacedRemote,
  now: number,
): boolean {
  const minute = Math.ceil(now / 60_000);
  const remote = bookings.filter(({ end }) => end > minute);
  const { unknown, gone } = bookingDifference(result, remote, minute);
  return unknown.length + gone.length > 0;
}
