import type { BreakDrift, CalendarDrift, DateDrift, DriftReport } from '@slotwright/adapter';
import type { ComputedCalendar } from '@slotwright/engine';
import { type NamedService, serviceText, spanText } from '@slotwright/engine/plan';
import type { Style } from '../io.js';
import { calendarTitle } from './heading.js';
import { type Starts, startLines } from './startLines.js';
import { counted, paragraph } from './wrapping.js';

/**
 * How Docplanner differs, for people: by calendar the dates, breaks and bookings that only one side has.
 * `computed` are the calendars that it was compared with.
 */
export function driftText(
  report: DriftReport,
  computed: readonly ComputedCalendar[],
  width: number,
  style: Style,
): readonly string[] {
  const known = new Map(
    computed.map(({ calendar }): [string, Calendar] => [calendar.id, calendar]),
  );
  const told = report.calendars.filter((each) => each.drift || each.error !== undefined);
  const same = report.calendars.length - told.length;
  return [
    ...paragraph('', `Compared with Docplanner as of ${report.now}.`, width),
    ...told.flatMap((each) => ['', ...calendarLines(each, known.get(each.id), width, style)]),
    '',
    ...(same === 0 ? [] : [`No drift in ${counted(same, 'calendar')}.`]),
    ...(told.length === 0 ? [] : [`${counted(told.length, 'calendar')} to look at.`]),
  ];
}

type Calendar = ComputedCalendar['calendar'];

function calendarLines(
  { id, error, dates, breaks, bookings }: CalendarDrift,
  calendar: Calendar | undefined,
  width: number,
  style: Style,
): readonly string[] {
  const title = style('bold', calendar === undefined ? id : calendarTitle(id, calendar.timezone));
  if (error !== undefined) {
    return [title, ...paragraph('  ', `could not be compared: ${error.message}`, width)];
  }
  const services = calendar?.services ?? [];
  const section = (name: string, texts: readonly string[]): readonly string[] =>
    texts.length === 0
      ? []
      : [style('bold', `  ${name}`), ...texts.flatMap((text) => paragraph('    ', text, width))];
  return [
    title,
    ...dates.flatMap((date) => startLines(date.date, startsOf(date), services, width, style)),
    ...section('Breaks that Docplanner lacks', breaks.missing.map(breakText)),
    ...section('Breaks that the document does not know', breaks.unknown.map(breakText)),
    ...section(
      'Bookings that the document does not know',
      bookings.unknown.map(
        (each) => `${bookingText(each, services)}, made by ${BY[each.bookedBy]}`,
      ),
    ),
    ...section(
      'Bookings that Docplanner has no more',
      bookings.gone.map((each) => `${bookingText(each, services)}, ${THERE[each.there]} there`),
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

function startsOf({ missing, extra, hidden, freed, services }: DateDrift): readonly Starts[] {
  const ofSlots = (slots: DateDrift['missing']): Starts['starts'] =>
    slots.map(({ start, addressServiceIds }) => ({ start, services: addressServiceIds }));
  const onlyThere = services.map(({ start, extra: ids }) => ({ start, services: ids }));
  const onlyHere = services.map(({ start, missing: ids }) => ({ start, services: ids }));
  const some = (starts: Starts['starts']): Starts['starts'] =>
    starts.filter((start) => start.services.length > 0);
  return [
    { what: 'missing', starts: [...ofSlots(missing), ...some(onlyHere)], why: [] },
    { what: 'extra', starts: [...ofSlots(extra), ...some(onlyThere)], why: [] },
    { what: 'hidden', starts: ofSlots(hidden), why: causes(hidden) },
    { what: 'freed', starts: ofSlots(freed), why: causes(freed) },
  ];
}

/** What lies on hidden slots, or no longer lies on freed ones. */
function causes(slots: DateDrift['hidden']): readonly string[] {
  return [...new Set(slots.flatMap(({ by }) => by.map(({ type, id }) => `${type} ${id}`)))];
}

function bookingText(
  {
    id,
    start,
    end,
    addressServiceId,
  }: Omit<CalendarDrift['bookings']['unknown'][number], 'bookedBy'>,
  services: readonly NamedService[],
): string {
  const service =
    addressServiceId === undefined ? '' : ` of ${serviceText(addressServiceId, services)}`;
  return `${spanText(start, end)}: booking ${id}${service}`;
}

function breakText({ id, since, till, description }: BreakDrift): string {
  return `${spanText(since, till)}: ${description === '' ? 'no description' : description} (${id})`;
}
