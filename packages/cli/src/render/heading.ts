import {
  type Calendar,
  type ComputedCalendar,
  type ComputedDocument,
  type DateSpan,
  formatDate,
  formatUtc,
  parseDate,
  zoneOf,
} from '@slotwright/engine';
import type { PlanFile } from '@slotwright/engine/plan';
import type { Style } from '../io.js';
import { dayText, offsetText } from './clock.js';
import { counted, paragraph } from './wrapping.js';

/** `2026-10-05 to 2026-10-31 (27 dates), as of 2026-10-01T08:00:00Z` */
export function horizonText({ horizon, now }: Pick<PlanFile, 'horizon' | 'now'>): string {
  const { from, through } = horizon;
  const count = parseDate(from).andThen((first) => parseDate(through).map((last) => last - first));
  const dates = counted(count.unwrapOr(0) + 1, 'date');
  return `${from} to ${through} (${dates}), as of ${now}`;
}

/** The same of a computed document. */
export function datesText({ horizon, now }: ComputedDocument): string {
  const [from, through] = [formatDate(horizon.from), formatDate(horizon.through)];
  return horizonText({ horizon: { from, through }, now: formatUtc(now) });
}

/** `lopez-centro (Europe/Madrid)`: a calendar, and the zone of all times below. */
export function calendarTitle(id: string, timezone: string): string {
  return `${id} (${timezone})`;
}

/** Where a calendar is at Docplanner. */
export function placeText({
  facilityId,
  doctorId,
  addressId,
}: Pick<Calendar, 'facilityId' | 'doctorId' | 'addressId'>): string {
  return `facility ${facilityId}, doctor ${doctorId}, address ${addressId}`;
}

/** Which calendar it is, and when its clocks change. */
export function calendarHeading(
  result: ComputedCalendar,
  width: number,
  style: Style,
): readonly string[] {
  const { id, timezone } = result.calendar;
  return [
    style('bold', calendarTitle(id, timezone)),
    ...paragraph('  ', placeText(result.calendar), width),
    ...clockChanges(result, result.dates, width),
  ];
}

/** On which of these dates the clocks of a calendar change. */
export function clockChanges(
  { calendar }: ComputedCalendar,
  dates: readonly DateSpan[],
  width: number,
): readonly string[] {
  const zone = zoneOf(calendar.timezone);
  return dates
    .filter(({ start, end }) => zone.offsetAt(start) !== zone.offsetAt(end))
    .flatMap(({ date, start, end }) =>
      paragraph(
        '  ',
        `Clocks change on ${dayText(date)}: ${offsetText(zone, start)} becomes ${offsetText(zone, end)}.`,
        width,
      ),
    );
}
