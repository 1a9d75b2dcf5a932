import {
  type ComputedCalendar,
  type ComputedDocument,
  formatUtc,
  type Instant,
  type Interval,
} from '@slotwright/engine';
import { err, ok, okAsync, type Result, ResultAsync } from 'neverthrow';
import { isHopeless } from '../feed/hopeless.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import { describeClientError } from '../http/error/describe.js';
import type { DocplannerClient } from '../resources/client.js';
import { compareCalendar, comparedSpan, failedCalendar } from './compareCalendar.js';
import type { RemoteCalendar } from './remote.js';
import type { CalendarDrift, DriftReport } from './report.js';

/** The part of a client that reads drift. */
export type DriftClient = Pick<DocplannerClient, 'getSlots' | 'listBreaks' | 'listBookings'>;

/** The longest booking that began before now and still takes time, if the document has no longer one. */
const DAY = 1440;

/**
 * Reads slots, breaks and bookings of every calendar back, one calendar after the other, and compares them
 * with what the document makes of them, as `compareCalendar` does. A calendar that cannot be read has an
 * `error` in the report, and the others are compared all the same; the whole fails only with an error that
 * every further call would meet (`unauthorized`, `aborted`, `blocked-by-firewall`).
 */
export function readDrift(
  client: DriftClient,
  { now, calendars }: Pick<ComputedDocument, 'now' | 'calendars'>,
  options: CallOptions = {},
): ResultAsync<DriftReport, ClientError> {
  return new ResultAsync(readAll(client, now, calendars, options)).map((drifts) => ({
    version: 1,
    now: formatUtc(now),
    drift: drifts.some(({ drift }) => drift),
    calendars: drifts,
  }));
}

async function readAll(
  client: DriftClient,
  now: Instant,
  calendars: readonly ComputedCalendar[],
  options: CallOptions,
): Promise<Result<readonly CalendarDrift[], ClientError>> {
  const drifts: CalendarDrift[] = [];
  for (const result of calendars) {
    const remote = await readCalendar(client, result, now, options);
    if (remote.isOk()) {
      drifts.push(compareCalendar(result, remote.value, now));
    } else if (isHopeless(remote.error)) {
      return err(remote.error);
    } else {
      const { id } = result.calendar;
      drifts.push(failedCalendar(id, remote.error.type, describeClientError(remote.error)));
    }
  }
  return ok(drifts);
}

/** Slots first: a booking made while reading is then unknown, and never an unexplained missing slot. */
function readCalendar(
  client: DriftClient,
  result: ComputedCalendar,
  now: Instant,
  options: CallOptions,
): ResultAsync<RemoteCalendar, ClientError> {
  const { calendar } = result;
  const span = comparedSpan(result, now);
  if (span === undefined) return okAsync({ slots: [], breaks: [], bookings: [] });
  const [start, end] = [sent(span.start), sent(span.end)];
  const began = sent(earliestBooking(result, span));
  return client
    .getSlots(calendar, { start, end }, options)
    .andThen((slots) =>
      client
        .listBreaks(calendar, { since: start, till: end }, options)
        .andThen((breaks) =>
          client
            .listBookings(calendar, { start: began, end }, options)
            .map((bookings) => ({ slots, breaks, bookings })),
        ),
    );
}

/** Bookings are listed by their start. */
function earliestBooking({ blocked }: ComputedCalendar, span: Interval<Instant>): number {
  return blocked.reduce(
    (first, { kind, start, end }) =>
      kind === 'booking' && end > span.start && start < first ? start : first,
    span.start - DAY,
  );
}

function sent(minute: number): string {
  return `${new Date(minute * 60_000).toISOString().slice(0, 16)}:00+00:00`;
}
