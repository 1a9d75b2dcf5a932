import { type ComputedCalendar, NOTHING_KNOWN, syncPlan } from '@slotwright/engine';
import { calendarPlan } from '@slotwright/engine/plan';
import { remoteBooking, remoteBreak } from '../../../test/support/remote.js';
import type { RemoteCalendar } from '../../apply/verify/remoteCalendar.js';
import { clinicInput, computed, onlyCalendar } from './clinic.js';

/** A moment of the clinic's first morning, in minutes since midnight. */
export const clock = (minute: number): string =>
  `2030-05-14T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+02:00`;

/** Breaks to be sent, and bookings that Docplanner has. */
export type Blocks = Readonly<
  Record<'breaks' | 'bookings', readonly { start: string; end: string }[]>
>;

/** The clinic with them. */
export function resultOf({ breaks: pauses, bookings: visits }: Blocks): ComputedCalendar {
  return onlyCalendar(
    computed(
      clinicInput({
        breaks: pauses.map((time) => ({ id: `k${time.start}${time.end}`, ...time })),
        bookings: visits.map((time) => ({ id: `b${time.start}`, ...time, publish: 'none' })),
      }),
    ),
  );
}

/** What Docplanner has once the document is published and its bookings are Docplanner's own. */
export function remoteOf(result: ComputedCalendar, { bookings: visits }: Blocks): RemoteCalendar {
  return {
    slots: result.slots.map(({ start, addressServiceIds }) => ({
      start,
      services: addressServiceIds.map((id) => ({ addressServiceId: id, duration: undefined })),
    })),
    breaks: calendarPlan(
      syncPlan(result, NOTHING_KNOWN, undefined, { type: 'one-request' }),
    ).breaks.map((each, index) => remoteBreak({ id: `remote${index}`, ...each })),
    bookings: visits.map(({ start, end }) =>
      remoteBooking({ id: `b${start}`, startAt: start, endAt: end }),
    ),
  };
}
