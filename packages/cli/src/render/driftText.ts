import type { BreakDrift, CalendarDrift, DateDrift, DriftReport } from '@slotwright/adapter';
import type { Style } from '../io.js';
import { counted, hanging, paragraph } from './wrapping.js';

/** How Docplanner differs, for people: by calendar the dates, breaks and bookings that only one side has. */
export function driftText(report: DriftReport, width: number, style: Style): readonly string[] {
  const told = report.calendars.filter((each) => each.drift || each.error !== undefined);
  const same = report.calendars.length - told.length;
  return [
    ...paragraph('', `Compared with Docplanner as of ${report.now}.`, width),
    ...told.flatMap((each) => ['', ...calendarLines(each, width, style)]),
    '',
    ...(same === 0 ? [] : [`No drift in ${counted(same, 'calendar')}.`]),
    ...(told.length === 0 ? [] : [`${counted(told.length, 'calendar')} to look at.`]),
  ];
}

function calendarLines(drift: CalendarDrift, width: number, style: Style): readonly string[] {
  const { id, error, dates, breaks, bookings } = drift;
  if (error !== undefined) {
    return [
      style('bold', id),
      ...paragraph('  ', `could not be compared: ${error.message}`, width),
    ];
  }
  return [
    style('bold', id),
    ...dates.flatMap((date) => dateLines(date, width, style)),
    ...section('Breaks that Docplanner lacks', breaks.missing.map(breakText), width, style),
    ...section(
      'Breaks that the document does not know',
      breaks.unknown.map(breakText),
      width,
      style,
    ),
    ...section(
      'Bookings that the document does not know',
      bookings.unknown.map(
        (each) => `${span(each.start, each.end)}: booking ${each.id}, made by ${BY[each.bookedBy]}`,
      ),
      width,
      style,
    ),
    ...section(
      'Bookings that Docplanner has no more',
      bookings.gone.map(
        (each) => `${span(each.start, each.end)}: ${each.id}, ${THERE[each.there]} there`,
      ),
      width,
      style,
    ),
  ];
}

const BY = {
  user: 'a patient',
  doctor: 'the doctor',
  integration: 'an integration',
  unknown: 'somebody',
} as const;
const THERE = {
  canceled: 'canceled',
  nothing: 'nothing of that id',
  'another-time': 'another time',
} as const;

function dateLines(date: DateDrift, width: number, style: Style): readonly string[] {
  const starts = (each: readonly { readonly start: string }[]): readonly string[] =>
    each.map(({ start }) => start.slice(11, 16));
  const rows = [
    { what: 'missing', times: starts(date.missing) },
    { what: 'extra', times: starts(date.extra) },
    { what: 'hidden', times: [...starts(date.hidden), ...causes(date.hidden)] },
    { what: 'freed', times: [...starts(date.freed), ...causes(date.freed)] },
    { what: 'services', times: starts(date.services) },
  ].filter(({ times }) => times.length > 0);
  return [
    style('bold', `  ${date.date}`),
    ...rows.flatMap(({ what, times }) => hanging(`    ${what.padEnd(8)}  `, times, width)),
  ];
}

/** What lies on hidden slots, or no longer lies on freed ones. */
function causes(slots: DateDrift['hidden']): readonly string[] {
  const names = new Set(slots.flatMap(({ by }) => by.map(({ type, id }) => `${type} ${id}`)));
  return names.size === 0 ? [] : [`(${[...names].join(', ')})`];
}

function section(
  title: string,
  texts: readonly string[],
  width: number,
  style: Style,
): readonly string[] {
  if (texts.length === 0) return [];
  return [style('bold', `  ${title}`), ...texts.flatMap((text) => paragraph('    ', text, width))];
}

function breakText({ id, since, till, description }: BreakDrift): string {
  return `${span(since, till)}: ${description === '' ? 'no description' : description} (${id})`;
}

/** `2026-10-05 09:00-09:40`, with both dates where they differ. */
function span(start: string, end: string): string {
  const [from, until] = [start, end].map((time) => time.slice(0, 16).replace('T', ' '));
  if (from === undefined || until === undefined) return '';
  return from.slice(0, 10) === until.slice(0, 10)
    ? `${from}-${until.slice(11)}`
    : `${from} to ${until}`;
}
