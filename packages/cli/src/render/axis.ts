import { type ComputedCalendar, zoneOf } from '@slotwright/engine';
import { minuteOn } from './clock.js';

/** How a calendar's days are drawn: which hours on which row, and how fine. */
export interface Axis {
  /** Hours of the day, 0 to 23, ascending; hours may be left out between them. */
  readonly rows: readonly (readonly number[])[];
  readonly minutesPerColumn: number;
}

/** Where hours are left out. */
export const CUT = '┊';

const COLUMN_MINUTES = [5, 10, 15, 20, 30] as const;
/** A column may be this coarse even where visits are shorter. */
const MAX_COLUMN_MINUTES = 15;
/** So many hours in which nothing ever happens are left out. */
const MIN_CUT_HOURS = 3;

/**
 * The hours in which a calendar has anything to draw, as fine as a row of so many columns allows; more
 * rows where a column would be longer than a visit. Columns that every start meets are preferred.
 */
export function axisOf(result: ComputedCalendar, columns: number): Axis | undefined {
  const hours = hoursShown(result);
  if (hours.length === 0) return undefined;
  const configurations = [...new Set(result.basePeriods.map(({ configuration }) => configuration))];
  const shortest = Math.min(1440, ...configurations.map((each) => each.shortest));
  const fine = COLUMN_MINUTES.filter(
    (minutes) => minutes <= Math.max(MAX_COLUMN_MINUTES, shortest),
  );
  const exact = fine.filter((minutes) => configurations.every(({ cell }) => cell % minutes === 0));
  for (let rowCount = 1; rowCount <= hours.length; rowCount += 1) {
    const rows = split(hours, Math.ceil(hours.length / rowCount));
    const fits = (minutes: number): boolean =>
      rows.every((row) => (row.length * 60) / minutes + cutsIn(row) <= columns);
    const minutesPerColumn = exact.find(fits) ?? fine.find(fits);
    if (minutesPerColumn !== undefined) return { rows, minutesPerColumn };
  }
  return { rows: split(hours, 1), minutesPerColumn: MAX_COLUMN_MINUTES };
}

/** The hours of a row above its columns. */
export function hourMarks(row: Axis['rows'][number], minutesPerColumn: number): string {
  const perHour = 60 / minutesPerColumn;
  return row
    .map((hour, index) => {
      const isMarked = perHour > 2 || hour % 2 === 0;
      const mark = isMarked ? String(hour).padStart(2, '0') : '';
      return (isAfterCut(row, index) ? CUT : '') + mark.padEnd(perHour);
    })
    .join('');
}

/** True if hours are left out before an hour of a row. */
export function isAfterCut(row: Axis['rows'][number], index: number): boolean {
  const [before, hour] = [row[index - 1], row[index]];
  return before !== undefined && hour !== undefined && hour > before + 1;
}

function cutsIn(row: Axis['rows'][number]): number {
  return row.filter((_, index) => isAfterCut(row, index)).length;
}

/** The hours with something in them on some date, and short stretches between them. */
function hoursShown({
  calendar,
  dates,
  basePeriods,
  blocked,
}: ComputedCalendar): readonly number[] {
  const zone = zoneOf(calendar.timezone);
  const drawn = [...basePeriods, ...blocked.filter(({ kind }) => kind === 'booking')];
  const used = new Set<number>();
  for (const { date, start, end } of dates) {
    for (const time of drawn) {
      if (time.end <= start || time.start >= end) continue;
      const from = time.start <= start ? 0 : minuteOn(date, zone.toWall(time.start));
      const until = time.end >= end ? 1440 : minuteOn(date, zone.toWall(time.end));
      used.add(Math.floor(from / 60));
      for (let hour = Math.floor(from / 60); hour * 60 < until; hour += 1) used.add(hour);
    }
  }
  const sorted = [...used].sort((a, b) => a - b);
  return sorted.flatMap((hour, index) => {
    const before = sorted[index - 1] ?? hour - 1;
    const missing = hour - before - 1;
    if (missing >= MIN_CUT_HOURS) return [hour];
    return [...Array.from({ length: missing }, (_, each) => before + 1 + each), hour];
  });
}

function split(hours: readonly number[], perRow: number): Axis['rows'] {
  const rows: (readonly number[])[] = [];
  for (let first = 0; first < hours.length; first += perRow) {
    rows.push(hours.slice(first, first + perRow));
  }
  return rows;
}
