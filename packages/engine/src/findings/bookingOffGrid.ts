import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { encloses } from '../interval/interval.js';
import { firstEndingAfter } from '../interval/set.js';
import { type Finding, finding, timeText } from './finding.js';

/** booking-off-grid: an active booking inside a base period does not start on its grid. */
export function bookingsOffGrid({
  calendar,
  zone,
  basePeriods,
  visits,
}: DetailedCalendar): readonly Finding[] {
  const found: Finding[] = [];
  for (const visit of visits) {
    const period = firstEndingAfter(basePeriods, visit.start);
    if (period === undefined || !encloses(period, visit)) continue;
    const { cell } = period.configuration;
    if ((visit.start - period.start) % cell === 0) continue;
    const message = `Booking ${visit.id} at ${timeText(visit, zone)} does not start on the ${cell}-minute grid of its work period, so it may take time from two slots: move it to a start of the grid if you can.`;
    found.push(finding('booking-off-grid', calendar.id, visit, [visit.id], message));
  }
  return found;
}
