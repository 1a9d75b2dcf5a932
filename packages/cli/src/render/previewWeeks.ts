import { type ComputedCalendar, formatDate, type LocalDate, type Zone } from '@slotwright/engine';
import { serviceText } from '@slotwright/engine/plan';
import { type Axis, hourMarks } from './axis.js';
import { clockText, minuteOn, weekdayName, weekdayOf } from './clock.js';
import { closedText } from './explanation.js';
import { type PreviewDay, type PreviewLook, previewDays } from './previewDays.js';
import { timeline } from './timeline.js';
import { monday } from './weeks.js';
import { hanging, paragraph } from './wrapping.js';

/** `Mon 10-05  14 `: the date and how many slots it has. */
export const LABEL_WIDTH = 14;

/** A day that is drawn, or days in a row on which nothing happens. */
type Part =
  | { readonly type: 'day'; readonly date: LocalDate; readonly lines: readonly string[] }
  | { readonly type: 'empty'; readonly date: LocalDate; last: LocalDate; readonly reason: string };

/** A calendar's days, with the hours above the first of every week. */
export function previewWeeks(
  result: ComputedCalendar,
  axis: Axis,
  look: PreviewLook,
  zone: Zone,
): readonly string[] {
  const parts: Part[] = [];
  for (const day of previewDays(result)) {
    const { date } = day.span;
    const rows = timeline(day, zone, axis, look.style);
    const before = parts.at(-1);
    if (rows !== undefined) {
      const lines = [...dayRows(day, rows), ...startLines(day, result, zone, look)];
      parts.push({ type: 'day', date, lines });
      continue;
    }
    const reason = `no hours${closedText(result, day.span)}`;
    const continues = before?.type === 'empty' && before.reason === reason && weekdayOf(date) > 0;
    if (continues) before.last = date;
    else parts.push({ type: 'empty', date, last: date, reason });
  }
  return parts.flatMap((part, index) => {
    const { date } = part;
    const previous = parts[index - 1]?.date;
    const isNewWeek = previous === undefined || monday(previous) !== monday(date);
    return [...(isNewWeek ? ['', ...markLines(date, axis, look)] : []), ...partLines(part, look)];
  });
}

function partLines(part: Part, { style, width }: PreviewLook): readonly string[] {
  if (part.type === 'day') return part.lines;
  const until = part.last === part.date ? '' : ` to ${dayLabel(part.last)}`;
  const label = `${dayLabel(part.date)}${until}`.padEnd(LABEL_WIDTH - 2);
  return paragraph(`${label}  `, part.reason, width).map((line) => style('dim', line));
}

function dayRows({ span, slots }: PreviewDay, rows: readonly string[]): readonly string[] {
  const label = `${dayLabel(span.date)}${String(slots.length).padStart(4)} `;
  return rows.map((row, index) => (index === 0 ? label : ' '.repeat(LABEL_WIDTH)) + row);
}

/** The starts of each service, if they are wanted. */
function startLines(
  { span, slots }: PreviewDay,
  { calendar }: ComputedCalendar,
  zone: Zone,
  { starts, width }: PreviewLook,
): readonly string[] {
  if (starts === 'drawn') return [];
  return calendar.services.flatMap((service) => {
    const own = slots
      .filter(({ addressServiceIds }) => addressServiceIds.includes(service.addressServiceId))
      .map(({ start }) => clockText(minuteOn(span.date, zone.toWall(start))));
    const label = `${' '.repeat(LABEL_WIDTH)}${serviceText(service.addressServiceId, calendar.services)}: `;
    return own.length === 0 ? [] : hanging(label, own, width);
  });
}

/** The hours, one line for each row of a day. */
function markLines(date: LocalDate, axis: Axis, { style }: PreviewLook): readonly string[] {
  return axis.rows.map((row, index) => {
    const label = index === 0 ? formatDate(date).slice(0, 4) : '';
    const marks = hourMarks(row, axis.minutesPerColumn);
    return style('dim', label.padEnd(LABEL_WIDTH) + marks);
  });
}

function dayLabel(date: LocalDate): string {
  return `${weekdayName(weekdayOf(date))} ${formatDate(date).slice(5)}`;
}
