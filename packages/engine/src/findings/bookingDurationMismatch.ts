import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { Booking, Service } from '../document/clinic.js';
import { firstEndingAfter } from '../interval/set.js';
import { type Finding, finding, lengthText, timeText } from './finding.js';

/**
 * booking-duration-mismatch: a booking's length differs from what its service takes there, without
 * buffer. One that Docplanner knows already may as well be as long as the service is published.
 */
export function bookingsOfOtherDurations(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, visits } = detailed;
  const services = new Map(calendar.services.map((each) => [each.addressServiceId, each]));
  return visits.flatMap((visit) => {
    const { addressServiceId: id, publish } = visit;
    const service = id === undefined ? undefined : services.get(id);
    if (service === undefined) return [];
    const length = visit.end - visit.start;
    const duration = durationThere(visit, service, detailed);
    if (length === duration) return [];
    if (publish === 'none' && length === duration + service.bufferAfter) return [];
    const message = `Booking ${visit.id} at ${timeText(visit, zone)} takes ${lengthText(length)}, service ${service.id} takes ${duration}: check the booking's length.`;
    return [finding('booking-duration-mismatch', calendar.id, visit, [visit.id], message)];
  });
}

/** In the base period that the booking starts in; where that does not offer the service, its own. */
function durationThere(
  { start }: Booking,
  { addressServiceId, duration, bufferAfter }: Service,
  { basePeriods }: DetailedCalendar,
): number {
  const period = firstEndingAfter(basePeriods, start);
  if (period === undefined || start < period.start) return duration;
  const offered = period.configuration.services.find(
    (each) => each.addressServiceId === addressServiceId,
  );
  return offered === undefined ? duration : offered.duration - bufferAfter;
}
