import {
  type ComputedCalendar,
  type ComputedDocument,
  formatDate,
  formatUtc,
  zoneOf,
} from '@slotwright/engine';
import type { Style } from '../io.js';
import { dayText, offsetText } from './clock.js';
import { counted, paragraph } from './wrapping.js';

/** `2026-10-05 to 2026-10-31 (27 dates), at 2026-10-01T08:00:00Z` */
export function datesText({ horizon: { from, through }, now }: ComputedDocument): string {
  const dates = counted(through - from + 1, 'date');
  return `${formatDate(from)} to ${formatDate(through)} (${dates}), as of ${formatUtc(now)}`;
}

/** Which calendar it is, and when its clocks change. */
export function calendarHeading(
  { calendar, dates }: ComputedCalendar,
  width: number,
  style: Style,
): readonly string[] {
  const { id, facilityId, doctorId, addressId, timezone } = calendar;
  const zone = zoneOf(timezone);
  const place = `facility ${facilityId}, doctor ${doctorId}, address ${addressId}, ${timezone}`;
  const changes = dates
    .filter(({ start, end }) => zone.offsetAt(start) !== zone.offsetAt(end))
    .flatMap(({ date, start, end }) =>
      paragraph(
        '  ',
        `Clocks change on ${dayText(date)}: ${offsetText(zone, start)} becomes ${offsetText(zone, end)}.`,
        width,
      ),
    );
  return [style('bold', id), ...paragraph('  ', place, width), ...changes];
}
