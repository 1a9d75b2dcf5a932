import { MAX_ITEMS } from '../document/limits.js';
import type { ClinicDocumentInput } from '../document/reader/documentRecord.js';
import type { LocalDate } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import type { DayOffer } from './dayOffer.js';
import { allOffers, type Draft, type Exception } from './draft.js';
import { evidenceOf } from './evidence.js';
import { findOffers, singleOffers } from './findOffers.js';
import type { InferenceNote } from './inferenceNote.js';
import { notesOf } from './notes.js';
import { weekdayPatterns } from './pattern.js';
import { type ServiceList, serviceList } from './serviceList.js';
import { withSharedOffers } from './sharedOffers.js';
import type { ShownCalendar } from './shownCalendar.js';
import { type ShownDate, shownDates } from './shownDate.js';
import { writeExceptions } from './writeExceptions.js';
import { writeSchedules } from './writeSchedules.js';
import { writeServices } from './writeServices.js';
import { wrongDates } from './wrongDates.js';

/** What a calendar offers, as a clinic document says it. */
export interface InferredCalendar {
  /** Those of which it is known, or can be told from the starts, how long they take. */
  readonly services: ClinicDocumentInput['calendars'][number]['services'];
  /** Windows with weekly rules. */
  readonly schedules: NonNullable<ClinicDocumentInput['calendars'][number]['schedules']>;
  /** Dates with windows of their own. */
  readonly overrides: NonNullable<ClinicDocumentInput['calendars'][number]['overrides']>;
  /** Dates on which nothing is shown though their weekday has windows. */
  readonly closures: NonNullable<ClinicDocumentInput['calendars'][number]['closures']>;
  /** What cannot be known. */
  readonly notes: readonly InferenceNote[];
}

/**
 * What is behind the starts that Docplanner shows of a calendar: schedules with weekly rules, also for every
 * other week, overrides for dates that differ, and closures; few of them rather than many. It takes anything
 * that is shown, so it cannot fail; what is not certain is in the notes.
 *
 * Law: computing what it returns, with the same time hidden by breaks and bookings with `publish: none`, gives
 * exactly the starts and services that are shown, on every date from `now` on that no note names.
 *
 * @example
 * const shown = { timezone: calendar.timezone, horizon: monday, now, services: calendar.services };
 * const slots = computeCalendar({ ...calendar, bookings: [] }, monday, now).slots.map(
 *   ({ start }) => ({ start, services: calendar.services }));
 * const [schedule] = inferSchedules({ ...shown, slots, hidden: [] }).schedules;
 * schedule
 * // => { id: 'mon-mornings', start: '2026-10-05T09:00', end: '2026-10-05T10:30', rrule: 'FREQ=WEEKLY;BYDAY=MO' }
 */
export function inferSchedules(shown: ShownCalendar): InferredCalendar {
  const list = serviceList(shown);
  const dates = shownDates(shown, list);
  const open = openDates(dates);
  const write = (draft: Draft) => written(draft, shown, list, dates);
  const wrongIn = (draft: Draft) => wrongDates(write(draft), shown, dates);

  const patterns = withSharedOffers(weekdayPatterns(open));
  let draft: Draft = { patterns, exceptions: new Map() };
  let wrong = wrongIn(draft);
  for (const attempt of ATTEMPTS) {
    if (wrong.length === 0) break;
    draft = withExceptions(draft, wrong, attempt);
    wrong = wrongIn(draft);
  }
  const result = write(draft);
  return { ...result, notes: notesOf(result, { list, shown, dates, wrong }) };
}

/** What is open in less than two weeks, and not after them, was open by chance. */
const LEAST_DATES = 14;

/**
 * From the first date that shows something through the last one: hours that are not published yet say nothing of
 * any week.
 */
function openDates(dates: readonly ShownDate[]): readonly ShownDate[] {
  const first = dates.findIndex(({ starts }) => starts.size > 0);
  const end = dates.findLastIndex(({ starts }) => starts.size > 0) + 1;
  if (first < 0) return [];
  return dates.slice(first, end - first < LEAST_DATES ? dates.length : end);
}

/** What is tried for dates that their weekday does not explain, one after the other. */
const ATTEMPTS: readonly ((date: ShownDate) => Exception)[] = [
  (date) => override(findOffers(evidenceOf([date]))),
  (date) => override(singleOffers(evidenceOf([date]))),
  (date) => ({ form: 'exact', offers: findOffers(evidenceOf([date])) }),
  (date) => ({ form: 'exact', offers: singleOffers(evidenceOf([date])) }),
];

/** As far as a document takes so many windows. */
function override(offers: readonly DayOffer[]): Exception {
  return { form: offers.length > MAX_ITEMS.windows ? 'exact' : 'override', offers };
}

function withExceptions(
  draft: Draft,
  wrong: readonly ShownDate[],
  attempt: (date: ShownDate) => Exception,
): Draft {
  const exceptions = new Map<LocalDate, Exception>(draft.exceptions);
  for (const date of wrong) exceptions.set(date.span.date, attempt(date));
  return { ...draft, exceptions };
}

function written(
  draft: Draft,
  { timezone }: ShownCalendar,
  list: ServiceList,
  dates: readonly ShownDate[],
): Omit<InferredCalendar, 'notes'> {
  const spans = openDates(dates).map(({ span }) => span);
  const services = writeServices(list, allOffers(draft));
  const exceptions = writeExceptions(draft, dates, zoneOf(timezone), services);
  return {
    services: services.services,
    schedules: [...writeSchedules(draft, spans, services), ...exceptions.schedules],
    overrides: exceptions.overrides,
    closures: exceptions.closures,
  };
}
