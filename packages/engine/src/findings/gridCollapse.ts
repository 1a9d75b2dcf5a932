import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { type Finding, finding, serviceIds, timeText } from './finding.js';
import { firstFindings } from './firstFindings.js';

/** grid-collapse: a base period's grid is less than half of its shortest duration. */
export function collapsedGrids({
  calendar,
  zone,
  basePeriods,
}: DetailedCalendar): readonly Finding[] {
  const collapsed = basePeriods.filter(
    ({ configuration: { cell, shortest } }) => cell * 2 < shortest,
  );
  return firstFindings(collapsed, (period) => {
    const { cell, shortest, services } = period.configuration;
    const ids = serviceIds(calendar, services);
    const starts = cell === 1 ? 'every minute' : `every ${cell} minutes`;
    const message = `At ${timeText(period, zone)} the durations of ${ids.join(' and ')} make starts ${starts}, though the shortest visit takes ${shortest}: use durations with a larger common divisor.`;
    return finding('grid-collapse', calendar.id, period, ids, message);
  });
}
