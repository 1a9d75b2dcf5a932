import { type CalendarResult, zoneOf } from '@slotwright/engine';
import { minuteOn } from './clock.js';

/** How a calendar's days are drawn: which hours, how fine, on how many rows. */
export interface Axis {
  /** Minutes after midnight, whole hours, one pair for each row of a day. */
  readonly rows: readonly { readonly from: number; readonly until: number }[];
  readonly minutesPerColumn: number;
}

const COLUMN_MINUTES = [5, 10, 15, 20, 30] as const;
/** A column may be this coarse even where visits are shorter. */
const COARSEST = 15;

/**
 * The hours in which a calendar has anything to draw, as fine as a row of so many columns allows; more
 * rows where a column would be longer than a visit. Columns that every start meets are preferred.
 */
export function axisOf(result: CalendarResult, columns: number): Axis | undefined {
  const hours = hoursUsed(result);
  if (hours === undefined) return undefined;
  const configurations = result.basePeriods.map(({ configuration }) => configuration);
  const coarsest = Math.max(COARSEST, ...minimum(configurations.map(({ shortest }) => shortest)));
  const fine = COLUMN_MINUTES.filter((minutes) => minutes <= coarsest);
  const exact = fine.filter((minutes) => configurations.every(({ cell }) => cell % minutes === 0));
  const count = hours.until - hours.from;
  for (let rows = 1; rows <= count; rows += 1) {
    const hoursPerRow = Math.ceil(count / rows);
    const fits = (minutes: number): boolean => (hoursPerRow * 60) / minutes <= columns;
    const minutesPerColumn = exact.find(fits) ?? fine.find(fits);
    if (minutesPerColumn !== undefined) {
      return { rows: split(hours, hoursPerRow), minutesPerColumn };
    }
  }
  return { rows: split(hours, 1), minutesPerColumn: COARSEST };
}

/** The hours of an axis above its columns. */
export function hourMarks(
  { from, until }: Axis['rows'][number],
  minutesPerColumn: number,
  columns: number,
): string {
  const perHour = 60 / minutesPerColumn;
  const step = perHour < 3 ? 2 : 1;
  let line = '';
  for (let hour = from / 60; hour <= until / 60; hour += step) {
    const mark = String(hour).padStart(2, '0');
    const column = (hour - from / 60) * perHour;
    if (column + mark.length > columns) break;
    line = line.padEnd(column) + mark;
  }
  return line;
}

interface Hours {
  readonly from: number;
  readonly until: number;
}

function hoursUsed({ calendar, dates, basePeriods, blocked }: CalendarResult): Hours | undefined {
  const zone = zoneOf(calendar.timezone);
  const drawn = [...basePeriods, ...blocked.filter(({ kind }) => kind === 'booking')];
  let [from, until] = [24, 0];
  for (const { date, start, end } of dates) {
    for (const time of drawn) {
      if (time.end <= start || time.start >= end) continue;
      const first = time.start <= start ? 0 : minuteOn(date, zone.toWall(time.start));
      const last = time.end >= end ? 1440 : minuteOn(date, zone.toWall(time.end));
      from = Math.min(from, Math.floor(first / 60));
      until = Math.max(until, Math.ceil(Math.max(first + 1, last) / 60));
    }
  }
  return from < until ? { from, until } : undefined;
}

function split({ from, until }: Hours, hoursPerRow: number): Axis['rows'] {
  const rows: { from: number; until: number }[] = [];
  for (let hour = from; hour < until; hour += hoursPerRow) {
    rows.push({ from: hour * 60, until: Math.min(hour + hoursPerRow, until) * 60 });
  }
  return rows;
}

/** As a list, so that there is none of nothing. */
function minimum(values: readonly number[]): readonly number[] {
  const [first, ...others] = values;
  return first === undefined ? [] : [others.reduce((a, b) => Math.min(a, b), first)];
}
