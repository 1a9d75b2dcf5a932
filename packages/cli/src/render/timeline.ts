import type { Instant, Slot, WorkPeriod, Zone } from '@slotwright/engine';
import { clip, type Interval, union } from '@slotwright/engine/intervals';
import type { Format, Style } from '../io.js';
import { type Axis, CUT, isAfterCut } from './axis.js';
import { minuteOn } from './clock.js';
import type { PreviewDay } from './previewDays.js';

/** What a column can show; where several things meet in one, the later of these. */
const MARKS = [
  { mark: ' ', format: undefined },
  { mark: '·', format: 'dim' },
  { mark: '─', format: 'green' },
  { mark: '░', format: 'yellow' },
  { mark: '█', format: 'magenta' },
  { mark: '├', format: 'green' },
  { mark: CUT, format: 'dim' },
] as const satisfies readonly { readonly mark: string; readonly format: Format | undefined }[];

const [CLOSED, OPEN, VISIT, BREAK, BOOKING, START, CUT_OUT] = [0, 1, 2, 3, 4, 5, 6] as const;

/** What the marks of a line of time mean. */
export const LEGEND = [
  '├ patients can book this start',
  '─ the visit',
  '█ booking',
  '░ break',
  '· open, but no visit fits',
] as const;

/** Draws a date as lines of time, one for each row of the axis; undefined if there is nothing on it. */
export function timeline(
  day: PreviewDay,
  zone: Zone,
  { rows, minutesPerColumn }: Axis,
  style: Style,
): readonly string[] | undefined {
  const columns = paint(day, zone, minutesPerColumn);
  if (columns.every((kind) => kind === CLOSED)) return undefined;
  const perHour = 60 / minutesPerColumn;
  return rows.map((row) =>
    row
      .flatMap((hour, index) => {
        const own = columns.slice(hour * perHour, (hour + 1) * perHour);
        return isAfterCut(row, index) ? [CUT_OUT, ...own] : own;
      })
      .reduce<readonly Run[]>(intoRuns, [])
      .map(({ kind, length }) => drawn(kind, length, style))
      .join(''),
  );
}

/** The whole date from midnight to midnight, a number for each column. */
function paint(day: PreviewDay, zone: Zone, minutesPerColumn: number): readonly number[] {
  const { span, periods, slots, blocked } = day;
  const columns = new Array<number>(Math.ceil(1440 / minutesPerColumn)).fill(CLOSED);
  const minute = (at: Instant): number => {
    if (at >= span.end) return 1440;
    return Math.max(0, minuteOn(span.date, zone.toWall(at < span.start ? span.start : at)));
  };
  // Where clocks go back, a time may end at an earlier hour than it starts: its start is drawn.
  const fill = (kind: number, from: number, until: number): void => {
    const first = Math.floor(from / minutesPerColumn);
    const end = Math.max(first + 1, Math.ceil(until / minutesPerColumn));
    for (let column = first; column < end && column < columns.length; column += 1) {
      columns[column] = Math.max(columns[column] ?? CLOSED, kind);
    }
  };
  const fillTime = (kind: number, { start, end }: Interval<Instant>): void =>
    fill(kind, minute(start), minute(end));

  for (const period of periods) fillTime(OPEN, period);
  for (const slot of slots) {
    const start = minute(slot.start);
    fill(START, start, start);
    fill(VISIT, start, start + longestVisit(slot, periods));
  }
  const open = union(periods);
  for (const time of blocked) {
    if (time.kind === 'booking') fillTime(BOOKING, time);
    else for (const part of clip(open, time)) fillTime(BREAK, part);
  }
  return columns;
}

/** Minutes of the longest visit that can start at a slot. */
function longestVisit({ start, addressServiceIds }: Slot, periods: readonly WorkPeriod[]): number {
  const period = periods.find((each) => each.start <= start && start < each.end);
  const durations = (period?.configuration.services ?? [])
    .filter(({ addressServiceId }) => addressServiceIds.includes(addressServiceId))
    .map(({ duration }) => duration);
  return Math.max(0, ...durations);
}

interface Run {
  readonly kind: number;
  readonly length: number;
}

/** Equal columns together, so that each run is coloured once. */
function intoRuns(runs: readonly Run[], kind: number): readonly Run[] {
  const last = runs.at(-1);
  if (last?.kind !== kind) return [...runs, { kind, length: 1 }];
  return [...runs.slice(0, -1), { kind, length: last.length + 1 }];
}

function drawn(kind: number, length: number, style: Style): string {
  const { mark, format } = MARKS[kind] ?? MARKS[0];
  return format === undefined ? mark.repeat(length) : style(format, mark.repeat(length));
}
