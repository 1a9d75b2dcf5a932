import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { AddressServiceId } from '../document/clinic.js';
import { type Finding, finding } from './finding.js';

/** service-never-bookable: an offered service fits in no published period of the horizon. */
export function servicesNeverBookable(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, span, availability, workPeriods } = detailed;
  const bookable = new Set<AddressServiceId>();
  for (const { start, end, configuration } of workPeriods) {
    for (const { addressServiceId, duration } of configuration.services) {
      if (duration <= end - start) bookable.add(addressServiceId);
    }
  }
  return calendar.services.flatMap(({ id, addressServiceId }) => {
    const offered = (availability.get(addressServiceId)?.length ?? 0) > 0;
    if (!offered || bookable.has(addressServiceId)) return [];
    const message = `Service ${id} is offered but fits in no work period of these dates: lengthen the hours or shorten the service.`;
    return [finding('service-never-bookable', calendar.id, span, [id], message)];
  });
}
