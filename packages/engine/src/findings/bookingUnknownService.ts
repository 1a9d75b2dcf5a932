import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { type Finding, finding } from './finding.js';

/** booking-unknown-service: a booking names a service that the calendar does not have. */
export function bookingsOfUnknownServices({
  calendar,
  visits,
}: DetailedCalendar): readonly Finding[] {
  const known = new Set(calendar.services.map(({ addressServiceId }) => addressServiceId));
  return visits.flatMap((visit) => {
    const service = visit.addressServiceId;
    if (service === undefined || known.has(service)) return [];
    const message = `Booking ${visit.id} names service ${service}, which calendar ${calendar.id} does not have: add the service or correct the booking.`;
    return [finding('booking-unknown-service', calendar.id, visit, [visit.id], message)];
  });
}
