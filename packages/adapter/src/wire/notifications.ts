import { z } from 'zod';
import { Booking, type RemoteBooking } from './bookings.js';
import { Id, OptionalTime, Time } from './scalars.js';

/** Where something happened. */
export interface Place {
  readonly facilityId: string;
  readonly doctorId: string;
  readonly addressId: string;
}

interface Envelope extends Place {
  /** When Docplanner queued it; undefined when it does not say. */
  readonly createdAt: string | undefined;
}

/** A notification without anything about a patient (Docplanner API, section 12). */
export type Notification =
  | (Envelope & {
      readonly type: 'slot-booked' | 'booking-canceled' | 'booking-confirmed';
      readonly booking: RemoteBooking;
    })
  | (Envelope & {
      readonly type: 'booking-moved';
      readonly from: RemoteBooking;
      readonly to: RemoteBooking;
    })
  | (Envelope & {
      readonly type: 'break-created' | 'break-moved' | 'break-removed';
      readonly break: { readonly id: string; readonly since: string; readonly till: string };
    })
  /** A kind that calendars do not need, or one that could not be read; `name` is empty when it has no usual one. */
  | { readonly type: 'other'; readonly name: string };

const Named = z.looseObject({ id: Id });
const place = { facility: Named, doctor: Named, address: Named };
const envelope = { created_at: OptionalTime };

interface Told {
  readonly created_at?: string | undefined;
  readonly data: Readonly<Record<'facility' | 'doctor' | 'address', { readonly id: string }>>;
}

function envelopeOf({ created_at: createdAt, data }: Told): Envelope {
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
      ...envelopeOf(told),
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
      ...envelopeOf(told),
      from: told.data.old_visit_booking,
      to: told.data.new_visit_booking,
    }),
  );

const OfBreak = z
  .looseObject({
    ...envelope,
    name: z.enum(['break-created', 'break-moved', 'break-removed']),
    data: z.looseObject({ ...place, break: z.looseObject({ id: Id, since: Time, till: Time }) }),
  })
  .transform((told): Notification => {
    const { id, since, till } = told.data.break;
    return { type: told.name, ...envelopeOf(told), break: { id, since, till } };
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
