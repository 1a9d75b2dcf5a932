import { describeSkipped, type ImportedCalendar, type ImportedClinic } from '@slotwright/adapter';
import {
  type ClinicDocumentInput,
  describeInferenceNote,
  type NamedService,
} from '@slotwright/engine';
import type { RuleWords } from './ruleWords.js';
import { commentText, flowText } from './yamlText.js';

type CalendarInput = ClinicDocumentInput['calendars'][number];
type ScheduleInput = NonNullable<CalendarInput['schedules']>[number];

/** What a document says of its origin. */
export interface Origin {
  /** The origin of the server. */
  readonly target: string;
  /** The local date on which it was read. */
  readonly date: string;
  /** Where the bookings are, as the document names it; undefined if they were not written. */
  readonly bookingsFrom: string | undefined;
}

/** The document of an import as YAML, with comments for those who go on with it. */
export function importedYaml(
  { document, calendars, skipped }: ImportedClinic,
  { target, date, bookingsFrom }: Origin,
  words: RuleWords,
): readonly string[] {
  const about = new Map(calendars.map((each) => [each.calendar, each]));
  return [
    commentText(
      `What ${target} showed from ${date} on. Docplanner does not tell insurance settings of hours.`,
    ),
    ...(bookingsFrom === undefined
      ? [commentText('Bookings are not in it: "slotwright pull" brings them, for bookingsFrom.')]
      : []),
    'version: 1',
    `timezone: ${flowText(document.timezone)}`,
    ...(bookingsFrom === undefined ? [] : [`bookingsFrom: ${flowText(bookingsFrom)}`]),
    'calendars:',
    ...document.calendars.flatMap((calendar) =>
      calendarLines(calendar, about.get(String(calendar.id)), words),
    ),
    ...skipped.map((each) => commentText(`Not imported: ${describeSkipped(each)}`)),
  ];
}

function calendarLines(
  calendar: CalendarInput,
  about: ImportedCalendar | undefined,
  words: RuleWords,
): readonly string[] {
  const { id, facilityId, doctorId, addressId, services, schedules = [] } = calendar;
  const { overrides = [], closures = [], breaks = [] } = calendar;
  const named = services.map(({ addressServiceId, name }) => ({
    addressServiceId: String(addressServiceId),
    name,
  }));
  const notes = (about?.notes ?? []).map((note) => describeInferenceNote(note, named));
  return [
    ...(about === undefined ? [] : [`  ${commentText(placeText(about))}`]),
    ...notes.map((note) => `  ${commentText(`Note: ${note}`)}`),
    `  - id: ${flowText(id)}`,
    ...Object.entries({ facilityId, doctorId, addressId }).map(
      ([key, value]) => `    ${key}: ${flowText(value)}`,
    ),
    ...listLines('services', services),
    ...(schedules.length === 0 ? ['    schedules: []'] : ['    schedules:']),
    ...schedules.flatMap((schedule) => [
      `      ${commentText(scheduleText(schedule, named, words))}`,
      `      - ${flowText(schedule)}`,
    ]),
    ...listLines('overrides', overrides),
    ...listLines('closures', closures),
    ...(breaks.length === 0
      ? []
      : [`    ${commentText('Breaks that are at Docplanner: never sent, moved or deleted.')}`]),
    ...listLines('breaks', breaks),
  ];
}

/** One item a line; nothing for an empty list. */
function listLines(key: string, items: readonly object[]): readonly string[] {
  if (items.length === 0) return [];
  return [`    ${key}:`, ...items.map((item) => `      - ${flowText(item)}`)];
}

function placeText({ doctor, address, facility, isOnlineOnly }: ImportedCalendar): string {
  const parts = [doctor, address, isOnlineOnly ? 'online' : '', facility];
  return parts.filter((part) => part !== '').join(' · ');
}

/** `every week on Monday, Wednesday, 09:00-14:00: First visit` */
function scheduleText(
  { start, end, rrule, services }: ScheduleInput,
  named: readonly NamedService[],
  words: RuleWords,
): string {
  const when = rrule === undefined ? `on ${start.slice(0, 10)}` : words(rrule);
  const names = (services ?? []).map((offer) => {
    const id = String(
      typeof offer === 'object' ? (offer.service ?? offer.addressServiceId) : offer,
    );
    return named.find(({ addressServiceId }) => addressServiceId === id)?.name ?? id;
  });
  const what = names.length === 0 ? '' : `: ${names.join(', ')}`;
  return `${when}, ${start.slice(11, 16)}-${end.slice(11, 16)}${what}`;
}
