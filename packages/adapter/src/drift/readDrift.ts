import {
  type ComputedCalendar,
  type ComputedDocument,
  formatUtc,
  type Instant,
} from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import { err, ok, okAsync, type Result, ResultAsync } from 'neverthrow';
import { isHopeless } from '../apply/report/ending.js';
import { describeDisabled } from '../apply/report/problem.js';
import {
  calendarReads,
  MAX_BOOKING_MINUTES,
  type ReadClient,
  readCalendar,
} from '../apply/verify/readCalendar.js';
import type { RemoteCalendar } from '../apply/verify/remoteCalendar.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import { describeClientError } from '../http/error/describe.js';
import type { DocplannerClient } from '../resources/client.js';
import { compareCalendar, comparedSpan, failedCalendar } from './compareCalendar.js';

import type { CalendarDrift, DriftReport } from './report.js';

/** The part of a client that reads drift. */
export type DriftClient = ReadClient & Pick<DocplannerClient, 'getCalendar'>;

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
    const drift = await readCalendarDrift(client, result, now, options);
    if (drift.isOk()) {
      drifts.push(drift.value);
    } else if (isHopeless(drift.error)) {
      return err(drift.error);
    } else {
      const { id } = result.calendar;
      drifts.push(failedCalendar(id, drift.error.type, describeClientError(drift.error)));
    }
  }
  return ok(drifts);
}

/** A calendar that shows nothing though it should may be disabled: that is all there is to say then. */
async function readCalendarDrift(
  client: DriftClient,
  result: ComputedCalendar,
  now: Instant,
  options: CallOptions,
): Promise<Result<CalendarDrift, ClientError>> {
  const remote = await readRemote(client, result, now, options);
  if (remote.isErr()) return err(remote.error);
  const isExpected = result.slots.some(({ start }) => start >= now);
  if (remote.value.slots.length === 0 && isExpected) {
    const status = await client.getCalendar(result.calendar, options);
    if (status.isErr()) return err(status.error);
    if (status.value !== 'enabled') {
      const text = describeDisabled(status.value);
      return ok(failedCalendar(result.calendar.id, `calendar-${status.value}`, text));
    }
  }
  return ok(compareCalendar(result, remote.value, now));
}

function readRemote(
  client: DriftClient,
  result: ComputedCalendar,
  now: Instant,
  options: CallOptions,
): ResultAsync<RemoteCalendar, ClientError> {
  const span = comparedSpan(result, now);
  if (span === undefined) return okAsync({ slots: [], breaks: [], bookings: [] });
  const reads = calendarReads(client, result.calendar, options);
  return readCalendar(reads, span, bookingsSince(result, span));
}

/** When the earliest booking can begin that takes time in a span: one of the document may be longer than any other. */
export function bookingsSince(
  { blocked }: Pick<ComputedCalendar, 'blocked'>,
  span: Interval<number>,
): number {
  return blocked.reduce(
    (first, { kind, start, end }) =>
      kind === 'booking' && end > span.start && start < first ? start : first,
    span.start - MAX_BOOKING_MINUTES,
  );
}
