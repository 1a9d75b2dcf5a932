import type { CalendarAddress, Instant } from '@slotwright/engine';
import * as z from 'zod';
import { Booking, type RemoteBooking } from './bookings.js';
import { Break, type RemoteBreak } from './breaks.js';
import { Id } from './scalars.js';
import { OptionalTime } from './time.js';

/** Where something happened, and when. */
export interface NotificationOrigin extends CalendarAddress {
  /** When Docplanner queued it, in minutes since 1970-01-01T00:00Z; undefined when it does not say. */
  readonly createdAt: Instant | undefined;
}

/** A notification without anything about a patient (Docplanner API, section 12). */
export type Notification =
  | (NotificationOrigin & {
      readonly type: 'slot-booked' | 'booking-canceled' | 'booking-confirmed';
      readonly booking: RemoteBooking;
    })
  | (NotificationOrigin & {
      readonly type: 'booking-moved';
      readonly from: RemoteBooking;
      readonly to: RemoteBooking;
    })
  | (NotificationOrigin & {
      readonly type: 'break-created' | 'break-moved' | 'break-removed';
      /** Without its description. */
      readonly break: Omit<RemoteBreak, 'description'>;
    })
  /** A kind that calendars do not need, or one that could not be read; `name` is empty when it has no usual one. */
  | { readonly type: 'other'; readonly name: string };

const Named = z.looseObject({ id: Id });
const place = { facility: Named, doctor: Named, address: Named };
const envelope = { created_at: OptionalTime };

interface Told {
  readonly created_at?: Instant | undefined;
  readonly data: Readonly<Record<'facility' | 'doctor' | 'address', { readonly id: string }>>;
}

function originOf({ created_at: createdAt, data }: Told): NotificationOrigin {
  const { facility, doctor, address } = data;
  return { facilityId: facility.id, doctorId: doctor.id, addressId: address.id, createdAt };
}

const OfBooking = z
  .looseObject({
    ...envelope,
    name: z.enum(['slot-booked', 'booking-canceled', 'booking-confirmed']),
    data: z.looseObject({ ...place, visit_booking: Booking }),
  })
  .transform(
    (told): Notification => ({
      type: told.name,
      ...originOf(told),
      booking: told.data.visit_booking,
    }),
  );

const OfMove = z
  .looseObject({
    ...envelope,
    name: z.literal('booking-moved'),
    data: z.looseObject({ ...place, old_visit_booking: Booking, new_visit_booking: Booking }),
  })
  .transform(
    (told): Notification => ({
      type: told.name,
      ...originOf(told),
      from: told.data.old_visit_booking,
      to: told.data.new_visit_booking,
    }),
  );

const OfBreak = z
  .looseObject({
    ...envelope,
    name: z.enum(['break-created', 'break-moved', 'break-removed']),
    data: z.looseObject({ ...place, break: Break }),
  })
  .transform((told): Notification => {
    const { description: _, ...rest } = told.data.break;
    return { type: told.name, ...originOf(told), break: rest };
  });

const OfAnythingElse = z.unknown().transform((told): Notification => {
  const named = z.looseObject({ name: z.string().regex(/^[a-z-]{1,50}$/) }).safeParse(told);
  return { type: 'other', name: named.success ? named.data.name : '' };
});

/**
 * Never fails: a pull takes notifications off the queue, and one that cannot be read must not cost those
 * that came with it.
 */
export const NotificationAnswer = z.union([OfBooking, OfMove, OfBreak, OfAnythingElse]);

export const NotificationBatch = z.looseObject({
  notifications: z.array(NotificationAnswer),
  remaining: z.coerce.number().int().nonnegative().catch(0),
});
