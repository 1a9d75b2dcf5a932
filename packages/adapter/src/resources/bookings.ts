import type { CalendarAddress } from '@slotwright/engine';
import { okAsync, type ResultAsync } from 'neverthrow';
import { bodyReader, noBody } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { belowAddress } from '../http/call/path.js';
import { checkTimes } from '../http/call/sentTime.js';
import type { ClientError } from '../http/error/clientError.js';
import { Booking, BookingPage, type RemoteBooking } from '../wire/bookings.js';
import type { TimeWindow } from './slots.js';

/** Where a booking is moved to. */
export interface BookingTarget {
  /** What it is booked as there. */
  readonly addressServiceId: string;
  /** `2026-10-05T09:00:00+02:00` */
  readonly start: string;
  /** Minutes; left out: what the slot says. */
  readonly duration?: number;
  /** Another address of the same facility. */
  readonly addressId?: string;
}

/** Bookings of a calendar, never with their patients (Docplanner API, section 11). */
export interface BookingCalls {
  /**
   * All bookings of a stretch of time, canceled ones too, every page, each id once (Docplanner API,
   * getBookings). One that cannot be read fails the call: it must not look like free time.
   */
  readonly listBookings: (
    address: CalendarAddress,
    window: TimeWindow,
    options?: CallOptions,
  ) => ResultAsync<readonly RemoteBooking[], ClientError>;
  /** One booking, with the chain of moves that it is part of (Docplanner API, getBooking). */
  readonly getBooking: (
    address: CalendarAddress,
    bookingId: string,
    options?: CallOptions,
  ) => ResultAsync<RemoteBooking, ClientError>;
  /** Cancels a booking (Docplanner API, cancelBooking). Never sent again while its outcome is unknown. */
  readonly cancelBooking: (
    address: CalendarAddress,
    bookingId: string,
    options?: CallOptions,
  ) => ResultAsync<void, ClientError>;
  /**
   * Moves a booking and returns the new one, which has a new id (Docplanner API, moveBooking). Never sent
   * again while its outcome is unknown: the old booking's `moving` tells.
   */
  readonly moveBooking: (
    address: CalendarAddress,
    bookingId: string,
    target: BookingTarget,
    options?: CallOptions,
  ) => ResultAsync<RemoteBooking, ClientError>;
}

const SERVICE = 'booking.address_service';
const PAGE_SIZE = 100;
const readBooking = bodyReader(Booking);
const readPage = bodyReader(BookingPage);

export function bookingCalls(call: Call): BookingCalls {
  const listPage = (
    address: CalendarAddress,
    { start, end }: TimeWindow,
    page: number,
    options: CallOptions | undefined,
  ) =>
    call(
      {
        operation: 'getBookings',
        method: 'GET',
        path: checkTimes({ start, end }).andThen(() => belowAddress(address, '/bookings')),
        query: { start, end, page: String(page), limit: String(PAGE_SIZE), with: SERVICE },
        repeat: 'safe',
        needs: 'body',
        read: readPage,
      },
      options,
    );

  const listFrom = (
    page: number,
    before: ReadonlyMap<string, RemoteBooking>,
    ...[address, window, options]: Parameters<BookingCalls['listBookings']>
  ): ResultAsync<readonly RemoteBooking[], ClientError> =>
    listPage(address, window, page, options).andThen(({ bookings, pages }) => {
      const found = new Map([...before, ...bookings.map((one) => [one.id, one] as const)]);
      return page < pages && bookings.length > 0
        ? listFrom(page + 1, found, address, window, options)
        : okAsync([...found.values()]);
    });

  return {
    listBookings: (...request) => listFrom(1, new Map(), ...request),
    getBooking: (address, bookingId, options) =>
      call(
        {
          operation: 'getBooking',
          method: 'GET',
          path: belowAddress(address, '/bookings/{bookingId}', { bookingId }),
          query: { with: `${SERVICE},booking.moving` },
          repeat: 'safe',
          needs: 'body',
          read: readBooking,
        },
        options,
      ),
    cancelBooking: (address, bookingId, options) =>
      call(
        {
          operation: 'cancelBooking',
          method: 'DELETE',
          path: belowAddress(address, '/bookings/{bookingId}', { bookingId }),
          repeat: 'never',
          needs: 'status',
          read: noBody,
        },
        options,
      ),
    moveBooking: (address, bookingId, { addressServiceId, start, duration, addressId }, options) =>
      call(
        {
          operation: 'moveBooking',
          method: 'POST',
          path: checkTimes({ start }).andThen(() =>
            belowAddress(address, '/bookings/{bookingId}/move', { bookingId }),
          ),
          body: {
            address_service_id: addressServiceId,
            start,
            ...(duration === undefined ? {} : { duration }),
            ...(addressId === undefined ? {} : { address_id: addressId }),
          },
          repeat: 'never',
          needs: 'body',
          read: readBooking,
        },
        options,
      ),
  };
}
