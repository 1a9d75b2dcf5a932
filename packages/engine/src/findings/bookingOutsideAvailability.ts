import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { Booking, Service } from '../document/clinic.js';
import { intersect } from '../interval/interval.js';
import { covers } from '../interval/set.js';
import { type Finding, finding, timeText } from './finding.js';

/**
 * booking-outside-availability: an active booking is not inside the time of its service, as far as the
 * horizon goes; where it names none that the calendar has, not inside that of any one service.
 */
export function bookingsOutsideAvailability(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, span, availability, visits } = detailed;
  const services = new Map(calendar.services.map((each) => [each.addressServiceId, each]));
  const serviceOf = ({ addressServiceId: id }: Booking): Service | undefined =>
    id === undefined ? undefined : services.get(id);
  const isInside = (visit: Booking): boolean => {
    const service = serviceOf(visit);
    const part = intersect(visit, span) ?? visit;
    if (service === undefined) {
      return [...availability.values()].some((open) => covers(open, part));
    }
    const open = availability.get(service.addressServiceId);
    return open !== undefined && covers(open, part);
  };
  return visits.flatMap((visit) => {
    if (isInside(visit)) return [];
    const service = serviceOf(visit);
    const what = service === undefined ? 'any service' : `service ${service.id}`;
    const message = `Booking ${visit.id} at ${timeText(visit, zone)} is outside the hours of ${what}: move it or open that time.`;
    return [finding('booking-outside-availability', calendar.id, visit, [visit.id], message)];
  });
}
