import { type ComputedCalendar, type Instant, instantFormatter, zoneOf } from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import { bookingDifference, breakDescription } from '@slotwright/engine/plan';
import { placeRemote, type RemoteCalendar, seenBooking } from '../apply/verify/remoteCalendar.js';
import { plainText } from '../http/error/plainText.js';
import type { RemoteBooking } from '../wire/bookings.js';
import { breakDifference } from './breaks.js';
import { causesOf } from './causes.js';
import { dateDrifts } from './dates.js';
import type { BookingDrift, BreakDrift, CalendarDrift } from './report.js';
import { slotDifferences } from './slots.js';

const NOTHING: Omit<CalendarDrift, 'id'> = {
  drift: false,
  dates: [],
  breaks: { missing: [], unknown: [] },
  bookings: { unknown: [], gone: [] },
};

/**
 * Compares what a document makes of a calendar with what Docplanner has of it, from `now` to the end of the
 * horizon. Times are compared as instants, whatever offsets they are written with. A slot that only unknown
 * breaks and bookings hide is listed with them, not as missing; one that only their absence frees, not as
 * extra.
 *
 * Law: what the sandbox shows right after a publish, and nobody touched since, has no drift.
 */
export function compareCalendar(
  result: ComputedCalendar,
  remote: RemoteCalendar,
  now: Instant,
): CalendarDrift {
  const { id, timezone } = result.calendar;
  const span = comparedSpan(result, now);
  if (span === undefined) return { id, ...NOTHING };
  const placed = placeRemote(remote, span);
  const breaks = breakDifference(result, placed.breaks, now);
  const bookings = bookingDifference(result, placed.bookings.map(seenBooking), now);
  const causes = causesOf(result, breaks, bookings);
  const slots = slotDifferences(result, placed.slots, causes, now);

  const iso = instantFormatter(zoneOf(timezone));
  const there = new Map(remote.bookings.map((each) => [each.id, each]));
  const dates = dateDrifts(result.dates, slots, iso);
  const sides = [breaks.missing, breaks.unknown, bookings.unknown, bookings.gone, dates];
  return {
    id,
    drift: sides.some(({ length }) => length > 0),
    dates,
    breaks: {
      missing: breaks.missing.map((each) =>
        breakDrift(each.source.id, each, breakDescription(each), iso),
      ),
      unknown: breaks.unknown.map((each) =>
        breakDrift(each.remote.id, each, plainText(each.remote.description ?? ''), iso),
      ),
    },
    bookings: {
      unknown: bookings.unknown.map((each) => ({
        ...bookingDrift(each.id, each, each.addressServiceId, iso),
        bookedBy: each.bookedBy,
      })),
      gone: bookings.gone.map((each) => ({
        ...bookingDrift(each.source.id, each, each.source.addressServiceId, iso),
        there: foundAs(there.get(each.source.id)),
      })),
    },
  };
}

/** From now, or the start of the horizon if that is later, to its end; undefined if it is over or empty. */
export function comparedSpan(
  { dates }: Pick<ComputedCalendar, 'dates'>,
  now: Instant,
): Interval<Instant> | undefined {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined || last.end <= now) return undefined;
  return { start: first.start > now ? first.start : now, end: last.end };
}

/** A calendar of which nothing is known. */
export function failedCalendar(id: string, type: string, message: string): CalendarDrift {
  return { id, ...NOTHING, error: { type, message } };
}

function breakDrift(
  id: string,
  { start, end }: Interval<Instant>,
  description: string,
  iso: (instant: Instant) => string,
): BreakDrift {
  return { id, since: iso(start), till: iso(end), description };
}

function bookingDrift(
  id: string,
  { start, end }: Interval<Instant>,
  addressServiceId: string | undefined,
  iso: (instant: Instant) => string,
): BookingDrift {
  const service = addressServiceId === undefined ? {} : { addressServiceId };
  return { id, start: iso(start), end: iso(end), ...service };
}

/** What Docplanner has of the id of a booking that is gone. */
function foundAs(
  booking: RemoteBooking | undefined,
): CalendarDrift['bookings']['gone'][number]['there'] {
  if (booking === undefined) return 'nothing';
  return booking.status === 'canceled' ? 'canceled' : 'another-time';
}
