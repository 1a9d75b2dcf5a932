import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { WorkPeriod } from '../calendar/configuration.js';
import { type Finding, finding, serviceIds, timeText } from './finding.js';
import { firstFindings } from './firstFindings.js';

/** grid-shifted: a base period begins off the grid of the one that it abuts, with which it shares a service. */
export function shiftedGrids({
  calendar,
  zone,
  basePeriods,
}: DetailedCalendar): readonly Finding[] {
  const shifted = basePeriods.flatMap((second, index) => {
    const first = basePeriods[index - 1];
    if (first === undefined || first.end !== second.start) return [];
    if ((second.start - first.start) % first.configuration.cell === 0) return [];
    const { shared, begun } = servicesOf(second, first);
    return shared.length === 0 ? [] : [{ start: second.start, end: second.end, shared, begun }];
  });
  return firstFindings(shifted, ({ shared, begun, ...second }) => {
    const ids = serviceIds(calendar, shared);
    const why =
      begun.length === 0
        ? 'where no other service begins'
        : `where ${serviceIds(calendar, begun).join(' and ')} begins`;
    const message = `The starts of ${ids.join(' and ')} move at ${timeText(second, zone)}, ${why}: a new grid begins there, so let it begin on a start of the grid before.`;
    return finding('grid-shifted', calendar.id, second, ids, message);
  });
}

/** The services of a period: those that another has as well, and those that begin. */
function servicesOf(period: WorkPeriod, before: WorkPeriod) {
  const known = new Set(before.configuration.services.map(({ order }) => order));
  const { services } = period.configuration;
  return {
    shared: services.filter(({ order }) => known.has(order)),
    begun: services.filter(({ order }) => !known.has(order)),
  };
}
