import {
  type ComputedCalendar,
  formatDate,
  type Instant,
  type KnownCalendar,
} from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import {
  type Refreshed,
  type RemoteBreak,
  refreshed,
  type SeenCalendar,
} from '@slotwright/engine/plan';
import { err, errAsync, ok, okAsync, type Result, type ResultAsync } from 'neverthrow';
import { breakTime } from '../apply/step/uncovered.js';
import type { CalendarView } from '../apply/verify/calendarView.js';
import { calendarReads, type ReadClient, readCalendar } from '../apply/verify/readCalendar.js';
import {
  type PlacedRemote,
  placeRemote,
  seenBooking,
  takenTimes,
} from '../apply/verify/remoteCalendar.js';
import { bookingsSince } from '../drift/readDrift.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { DocplannerClient } from '../resources/client.js';
import type { CalendarRecord } from '../state/calendarRecord.js';

/** The part of a client that looks at a calendar. */
export type RefreshClient = ReadClient & Pick<DocplannerClient, 'getCalendar'>;

/** What was seen of a calendar, and what its plan needs to know of it. */
export interface RefreshedCalendar {
  readonly view: CalendarView;
  readonly breaks: readonly RemoteBreak[];
  readonly refreshed: Refreshed;
}

/** When it is, and how long processing a PUT may take where no read can tell. */
export interface RefreshTimes {
  /** The record's times of sending count from the same (`onBoot`). */
  readonly uptime: number;
  /** What is over then is not looked at. */
  readonly now: Instant;
  readonly settleMs: number;
}

/**
 * Looks at a calendar before it is planned: slots with services, breaks, bookings. Only where it shows nothing
 * though something should be shown, it is asked whether it is enabled.
 */
export async function refreshCalendar(
  client: RefreshClient,
  result: ComputedCalendar,
  { published, unsettled }: CalendarRecord,
  { uptime, now, settleMs }: RefreshTimes,
  options: CallOptions,
): Promise<Result<RefreshedCalendar, ClientError>> {
  const { calendar, dates } = result;
  const span = { start: dates[0]?.start ?? 0, end: dates.at(-1)?.end ?? 0 };
  const read = await readPlaced(client, result, span, options);
  if (read.isErr()) return err(read.error);
  const { slots, breaks, bookings } = read.value;
  const seen = refreshed(result, published, seenIn(read.value), now);
  const isExpected = seen.unexplained.length > 0 || result.slots.some(({ start }) => start >= now);
  const mustAsk = slots.size === 0 && isExpected;
  const status = mustAsk ? await client.getCalendar(calendar, options) : ok(undefined);
  if (status.isErr()) return err(status.error);
  const ours = new Set(published.breaks.map(({ id }) => id));
  const foreign = breaks.filter(({ remote }) => !ours.has(remote.id));
  const confirmed = dates
    .map(({ date }) => formatDate(date))
    .filter((date) => Object.hasOwn(seen.known.dates, date));
  return ok({
    view: {
      published: isSameKnown(published, seen) ? published : seen.known,
      confirmed,
      settled: confirmed.filter((date) => (unsettled[date] ?? uptime) <= uptime - settleMs),
      slots,
      foreign: [...foreign, ...takenTimes(bookings)],
      status: status.value,
      bookingsChanged: seen.unknownBookings.length + seen.goneBookings.length > 0,
      reads: (span.start < span.end ? 3 : 0) + (mustAsk ? 1 : 0),
    },
    breaks: breaks.map(({ remote }) => remote),
    refreshed: seen,
  });
}

function seenIn({ slots, breaks, bookings }: PlacedRemote): SeenCalendar {
  return {
    slots: [...slots].map(([start, services]) => ({
      start,
      addressServiceIds: services.map(({ addressServiceId }) => addressServiceId),
    })),
    breaks: breaks.map(({ remote }) => remote),
    bookings: bookings.map(seenBooking),
  };
}

/** True if nothing is known that was not known before: then nothing has to be saved. */
function isSameKnown(published: KnownCalendar, { known, unexplained }: Refreshed): boolean {
  const before = new Map(published.breaks.map((each) => [each.id, breakTime(each)]));
  return (
    unexplained.length === 0 &&
    known.breaks.length === published.breaks.length &&
    known.breaks.every((each) => {
      const [from, to] = [before.get(each.id), breakTime(each)];
      return from !== undefined && from.start === to?.start && from.end === to.end;
    })
  );
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
    .map((remote) => placeRemote(remote, span))
    .orElse((error) =>
      error.type === 'not-found'
        ? client
            .getCalendar(result.calendar, options)
            .andThen((status) => (status === 'missing' ? okAsync(NOTHING) : errAsync(error)))
        : errAsync(error),
    );
}
