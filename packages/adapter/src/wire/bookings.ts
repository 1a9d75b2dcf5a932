import type { Instant } from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import * as z from 'zod';
import { Id } from './scalars.js';
import { OptionalTime, Time } from './time.js';

/** Who did something; `unknown` is a value that the API does not document. */
export type Party = 'user' | 'doctor' | 'integration' | 'unknown';

/**
 * A booking without anything about its patient (Docplanner API, section 11): from `start` to `end` in minutes
 * since 1970-01-01T00:00Z, all that it touches where it has seconds.
 */
export interface RemoteBooking extends Interval<Instant> {
  /** A move gives a booking a new one. */
  readonly id: string;
  /** `unknown` is a value that the API does not document. */
  readonly status: 'booked' | 'canceled' | 'unknown';
  /** Its start in the zone of the marketplace, `2026-10-05T09:00:00+02:00`. */
  readonly startAt: string;
  /** Its end in that form. */
  readonly endAt: string;
  /** Who made it; `integration` is this client too. */
  readonly bookedBy: Party;
  /** Minutes since 1970-01-01T00:00Z, as `canceledAt`; undefined when the answer does not say. */
  readonly bookedAt: Instant | undefined;
  /** Undefined while nobody has. */
  readonly canceledBy: Party | undefined;
  /** Undefined while nobody has canceled it. */
  readonly canceledAt: Instant | undefined;
  /** Undefined when the service is gone, or the answer does not say. */
  readonly addressServiceId: string | undefined;
  /** The chain of moves that the booking is part of. */
  readonly moving: { readonly originId: string; readonly newestId: string } | undefined;
}

const Status = z.enum(['booked', 'canceled', 'unknown']).catch('unknown');
const Who = z.enum(['user', 'doctor', 'integration', 'unknown']).catch('unknown');
/** Empty while nobody has canceled; one documented example holds a time. */
const Canceler = z.union([z.literal(['', null]).transform(() => undefined), Who]).optional();

/** Loose objects keep unknown fields, so the transform names every field that stays. */
export const Booking = z
  .looseObject({
    id: Id,
    status: Status,
    start_at: Time,
    end_at: Time,
    booked_by: Who,
    booked_at: OptionalTime,
    canceled_by: Canceler,
    canceled_at: OptionalTime,
    address_service: z.looseObject({ id: Id }).nullish().catch(undefined),
    moving: z
      .looseObject({ origin_booking_id: Id, newest_booking_id: Id })
      .nullish()
      .catch(undefined),
  })
  .transform(
    ({ moving, ...booking }): RemoteBooking => ({
      id: booking.id,
      status: booking.status,
      start: booking.start_at.begun,
      end: booking.end_at.over,
      startAt: booking.start_at.text,
      endAt: booking.end_at.text,
      bookedBy: booking.booked_by,
      bookedAt: booking.booked_at,
      canceledBy: booking.canceled_by,
      canceledAt: booking.canceled_at,
      addressServiceId: booking.address_service?.id,
      moving: moving
        ? { originId: moving.origin_booking_id, newestId: moving.newest_booking_id }
        : undefined,
    }),
  );

/** One page of getBookings; an answer without `pages` is the whole list. */
export const BookingPage = z
  .looseObject({
    _items: z.array(Booking),
    pages: z.coerce.number().int().min(0).max(100_000).catch(1),
  })
  .transform(({ _items: bookings, pages }) => ({ bookings, pages }));
