import type { CalendarAddress } from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import type { ResultAsync } from 'neverthrow';
import type { CallOptions } from '../../http/call/call.js';
import type { ClientError } from '../../http/error/clientError.js';
import type { DocplannerClient } from '../../resources/client.js';
import type { RemoteCalendar } from './remoteCalendar.js';

/** The part of a client that reads a calendar. */
export type ReadClient = Pick<DocplannerClient, 'getSlots' | 'listBreaks' | 'listBookings'>;

/** The three reads of one calendar over a stretch of time, in minutes since 1970. */
export interface CalendarReads {
  readonly slots: (
    span: Interval<number>,
  ) => ResultAsync<Pick<RemoteCalendar, 'slots'>, ClientError>;
  readonly breaks: (
    span: Interval<number>,
  ) => ResultAsync<Pick<RemoteCalendar, 'breaks'>, ClientError>;
  /** Bookings are listed by their start. */
  readonly bookings: (
    span: Interval<number>,
  ) => ResultAsync<Pick<RemoteCalendar, 'bookings'>, ClientError>;
}

/** A booking of this length that began before a stretch of time still takes time in it. */
export const MAX_BOOKING_MINUTES = 1440;

export function calendarReads(
  client: ReadClient,
  address: CalendarAddress,
  options: CallOptions,
): CalendarReads {
  return {
    slots: ({ start, end }) =>
      client
        .getSlots(address, { start: sentMinute(start), end: sentMinute(end) }, options)
        .map((slots) => ({ slots })),
    breaks: ({ start, end }) =>
      client
        .listBreaks(address, { since: sentMinute(start), till: sentMinute(end) }, options)
        .map((breaks) => ({ breaks })),
    bookings: ({ start, end }) =>
      client
        .listBookings(address, { start: sentMinute(start), end: sentMinute(end) }, options)
        .map((bookings) => ({ bookings })),
  };
}

/**
 * Reads what Docplanner has of a calendar; `bookingsSince` is when the earliest booking can begin. Slots
 * first: a booking made while reading is then one that is not expected, never a slot that is missing.
 */
export function readCalendar(
  reads: CalendarReads,
  span: Interval<number>,
  bookingsSince: number = span.start - MAX_BOOKING_MINUTES,
): ResultAsync<RemoteCalendar, ClientError> {
  return reads
    .slots(span)
    .andThen((slots) =>
      readHiding(reads, span, bookingsSince).map((rest) => ({ ...slots, ...rest })),
    );
}

/** Reads what hides slots. */
export function readHiding(
  reads: Omit<CalendarReads, 'slots'>,
  span: Interval<number>,
  bookingsSince: number = span.start - MAX_BOOKING_MINUTES,
): ResultAsync<Omit<RemoteCalendar, 'slots'>, ClientError> {
  return reads
    .breaks(span)
    .andThen((breaks) =>
      reads
        .bookings({ start: bookingsSince, end: span.end })
        .map((bookings) => ({ ...breaks, ...bookings })),
    );
}

/** A minute in the form that is sent in a query. */
function sentMinute(minute: number): string {
  return `${new Date(minute * 60_000).toISOString().slice(0, 16)}:00+00:00`;
}
