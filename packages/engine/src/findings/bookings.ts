import type { BookedTime } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { encloses, intersect } from '../interval/interval.js';
import { overlappingAcross, overlappingPairs, take } from '../interval/pairs.js';
import { covers, firstEndingAfter, meets, union } from '../interval/set.js';
import { sortedByStart } from '../interval/sort.js';
import { type Finding, finding, lengthText, MAX_PAIRS, timeText } from './finding.js';

/** booking-overlap: two active bookings of one calendar overlap. */
export function bookingOverlaps({
  calendar,
  zone,
  span,
  booked,
}: DetailedCalendar): readonly Finding[] {
  return take(overlappingPairs(sortedByStart(booked)), MAX_PAIRS).flatMap(([first, second]) => {
    const shared = intersect(first, second);
    if (shared === undefined || intersect(shared, span) === undefined) return [];
    const ids = [first.id, second.id].sort();
    const message = `Bookings ${ids.join(' and ')} overlap at ${timeText(shared, zone)}: move or cancel one of them.`;
    return [finding('booking-overlap', calendar.id, shared, ids, message)];
  });
}

/** booking-on-break: an active booking overlaps a break. */
export function bookingsOnBreaks(facts: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, span, booked, breaks } = facts;
  const paused = union(breaks);
  const affected = booked.filter((time) => meets(paused, time));
  if (affected.length === 0) return [];
  const blocked = [...affected, ...breaks].map((interval) => ({ interval, group: interval.kind }));
  return take(overlappingAcross(blocked), MAX_PAIRS).flatMap(
    ([{ interval: a }, { interval: b }]) => {
      const shared = intersect(a, b);
      if (shared === undefined || intersect(shared, span) === undefined) return [];
      const [booking, pause] = a.kind === 'booking' ? [a, b] : [b, a];
      const message = `Booking ${booking.id} lies on break ${pause.id} at ${timeText(shared, zone)}: move the booking or shorten the break.`;
      return [finding('booking-on-break', calendar.id, shared, [booking.id, pause.id], message)];
    },
  );
}

/** booking-unknown-service: a booking names a service that the calendar does not have. */
export function bookingsOfUnknownServices({
  calendar,
  booked,
}: DetailedCalendar): readonly Finding[] {
  const known = new Set(calendar.services.map(({ addressServiceId }) => addressServiceId));
  return booked.flatMap((time) => {
    const service = time.booking.addressServiceId;
    if (service === undefined || known.has(service)) return [];
    const message = `Booking ${time.id} names service ${service}, which calendar ${calendar.id} does not have: add the service or correct the booking.`;
    return [finding('booking-unknown-service', calendar.id, time, [time.id], message)];
  });
}

/** booking-outside-availability: an active booking is not inside the time of its service. */
export function bookingsOutsideAvailability(facts: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, span, availability, booked } = facts;
  const known = new Set(calendar.services.map(({ addressServiceId }) => addressServiceId));
  const isInside = (time: BookedTime): boolean => {
    const service = time.booking.addressServiceId;
    const part = intersect(time, span) ?? time;
    if (service === undefined || !known.has(service)) {
      return [...availability.values()].some((open) => covers(open, part));
    }
    const open = availability.get(service);
    return open !== undefined && covers(open, part);
  };
  return booked.flatMap((time) => {
    if (isInside(time)) return [];
    const service = time.booking.addressServiceId;
    const isKnown = service !== undefined && known.has(service);
    const what = isKnown ? `service ${service}` : 'any service';
    const message = `Booking ${time.id} at ${timeText(time, zone)} is outside the hours of ${what}: move it or open that time.`;
    return [finding('booking-outside-availability', calendar.id, time, [time.id], message)];
  });
}

/** booking-off-grid: an active booking inside a base period does not start on its grid. */
export function bookingsOffGrid({
  calendar,
  zone,
  basePeriods,
  booked,
}: DetailedCalendar): readonly Finding[] {
  return booked.flatMap((time) => {
    const period = firstEndingAfter(basePeriods, time.start);
    if (period === undefined || !encloses(period, time)) return [];
    const { cell } = period.configuration;
    if ((time.start - period.start) % cell === 0) return [];
    const message = `Booking ${time.id} at ${timeText(time, zone)} does not start on the ${cell}-minute grid of its work period, so it may take time from two slots: move it to a start of the grid if you can.`;
    return [finding('booking-off-grid', calendar.id, time, [time.id], message)];
  });
}

/** booking-duration-mismatch: a booking's length differs from its service's duration there. */
export function bookingsOfOtherDurations(facts: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, basePeriods, booked } = facts;
  const services = new Map(calendar.services.map((service) => [service.addressServiceId, service]));
  return booked.flatMap((time) => {
    const id = time.booking.addressServiceId;
    const service = id === undefined ? undefined : services.get(id);
    if (service === undefined) return [];
    const length = time.end - time.start;
    const period = firstEndingAfter(basePeriods, time.start);
    const offered =
      period !== undefined && period.start <= time.start
        ? period.configuration.services.find(({ addressServiceId }) => addressServiceId === id)
        : undefined;
    const duration =
      offered === undefined ? service.duration : offered.duration - service.bufferAfter;
    if (length === duration) return [];
    const message = `Booking ${time.id} at ${timeText(time, zone)} takes ${lengthText(length)}, service ${id} takes ${duration}: check the booking's length.`;
    return [finding('booking-duration-mismatch', calendar.id, time, [time.id], message)];
  });
}
