import { type ComputedCalendar, type ComputedDocument, zoneOf } from '@slotwright/engine';
import { axisOf } from './axis.js';
import { calendarHeading, datesText } from './heading.js';
import type { PreviewLook } from './previewDays.js';
import { LABEL_WIDTH, previewWeeks } from './previewWeeks.js';
import { LEGEND } from './timeline.js';
import { counted, hanging, paragraph } from './wrapping.js';

/** What patients could book, for people: each day as a line of time. */
export function previewText(result: ComputedDocument, look: PreviewLook): readonly string[] {
  const title = `Preview of ${datesText(result)}.`;
  const slots = result.calendars.reduce((sum, each) => sum + each.slots.length, 0);
  return [
    ...paragraph('', title, look.width),
    ...result.calendars.flatMap((each) => ['', ...calendarLines(each, look)]),
    '',
    `Total: ${counted(result.calendars.length, 'calendar')}, ${counted(slots, 'slot')}.`,
  ];
}

function calendarLines(result: ComputedCalendar, look: PreviewLook): readonly string[] {
  const { width, style } = look;
  const heading = calendarHeading(result, width, style);
  const axis = axisOf(result, width - LABEL_WIDTH);
  if (axis === undefined) {
    return [...heading, ...paragraph('  ', 'Nothing is open or booked on these dates.', width)];
  }
  const legend = [...LEGEND, `a column is ${axis.minutesPerColumn} min`];
  return [
    ...heading,
    ...hanging('  ', legend, width, '   '),
    ...(hasRepeatedHour(result)
      ? paragraph('  ', 'An hour that occurs twice is drawn once.', width)
      : []),
    ...previewWeeks(result, axis, look, zoneOf(result.calendar.timezone)),
  ];
}

/** True if clocks go back within a work period. */
function hasRepeatedHour({ calendar, basePeriods }: ComputedCalendar): boolean {
  const zone = zoneOf(calendar.timezone);
  return basePeriods.some(({ start, end }) => zone.offsetAt(end) < zone.offsetAt(start));
}
