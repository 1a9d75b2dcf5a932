import { detailedCalendar, withoutDetail } from '../calendar/computeCalendar.js';
import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import type { Acceptance, Calendar, CalendarId, ClinicDocument } from '../document/clinic.js';
import { groupBy } from '../grouping/groupBy.js';
import type { Horizon } from '../time/horizon.js';
import type { Instant } from '../time/units.js';
import { acceptFindings, acceptsWithoutEffect } from './accepted.js';
import { duplicateCalendars } from './calendarDuplicate.js';
import { calendarFindings } from './calendarFindings.js';
import { doubleBooked, doubleScheduled } from './doctorConflicts.js';
import { type Finding, sortedFindings } from './finding.js';

/** A computed calendar with what its clinic should know. */
export interface CheckedCalendar extends ComputedCalendar {
  /** Sorted by start, code and ids. */
  readonly findings: readonly Finding[];
}

/** A document, or some of its calendars, computed over a horizon. */
export interface ComputedDocument {
  /** What it was computed as of. */
  readonly now: Instant;
  /** The horizon that was asked for, as far as Docplanner takes slots in any of the calendars. */
  readonly horizon: Horizon;
  /** In the document's order. */
  readonly calendars: readonly CheckedCalendar[];
  /** Of all these calendars: in their order, then by start, code and ids. */
  readonly findings: readonly Finding[];
}

/**
 * Computes the calendars of a document in its order, and what two calendars of one doctor have to do
 * with each other. `only` names the calendars to return, all if it is empty; other calendars of their
 * doctors are still looked at for conflicts. Ids that no calendar has are passed over.
 *
 * Law: each calendar is what `computeCalendar` gives, plus the findings about two calendars.
 *
 * @example
 * computeDocument(document, monday, now, []).calendars.length // => 1
 * computeDocument(document, monday, now, ['nowhere']).calendars // => []
 */
export function computeDocument(
  document: ClinicDocument,
  requested: Horizon,
  now: Instant,
  only: readonly string[],
): ComputedDocument {
  const isChosen = chooser(only);
  const results = new Map<CalendarId, CheckedCalendar>();
  const matching = new Set<Acceptance>();
  // A doctor's calendars are computed together, and what only findings need is let go after each.
  for (const own of groupBy(document.calendars, ({ doctorId }) => doctorId).values()) {
    if (!own.some(isChosen)) continue;
    for (const result of doctorResults(own, isChosen, requested, now)) {
      const accepted = withAccepted(result, document.accept);
      for (const entry of accepted.matching) matching.add(entry);
      results.set(result.calendar.id, accepted.calendar);
    }
  }
  const isWhole = document.calendars.every(isChosen);
  const calendars = document.calendars
    .flatMap(({ id }) => results.get(id) ?? [])
    .map((result, index) => {
      if (index > 0 || !isWhole) return result;
      return withMore(result, acceptsWithoutEffect(document.accept, matching, result));
    });
  return {
    now,
    horizon: { from: requested.from, through: lastDate(calendars, requested) },
    calendars,
    findings: calendars.flatMap(({ findings }) => findings),
  };
}

const KINDS_OF_SEVERAL = [duplicateCalendars, doubleBooked, doubleScheduled];

/** The chosen calendars of one doctor, with what any two of the doctor's have to do with each other. */
function doctorResults(
  own: readonly Calendar[],
  isChosen: (calendar: Calendar) => boolean,
  requested: Horizon,
  now: Instant,
): readonly CheckedCalendar[] {
  const detailed = own.map((calendar) => detailedCalendar(calendar, requested, now));
  const chosen = detailed.filter(({ calendar }) => isChosen(calendar));
  const others = detailed.filter(({ calendar }) => !isChosen(calendar));
  const chosenFirst = [...chosen, ...others];
  const kinds = own.length > 1 ? KINDS_OF_SEVERAL : [];
  const across = groupBy(
    kinds.flatMap((kind) => kind(chosenFirst, chosen.length)),
    ({ calendar }) => calendar,
  );
  return chosen.map((each) => {
    const shared = across.get(each.calendar.id) ?? [];
    const findings = sortedFindings([...calendarFindings(each, requested), ...shared]);
    return { ...withoutDetail(each), findings };
  });
}

/** Marks what the calendar and then the document accept, and tells what the calendar accepts in vain. */
function withAccepted(
  result: CheckedCalendar,
  documents: readonly Acceptance[],
): { readonly calendar: CheckedCalendar; readonly matching: ReadonlySet<Acceptance> } {
  const own = result.calendar.accept;
  const { findings, matching } = acceptFindings(result.findings, [...own, ...documents], result);
  const unmatched = acceptsWithoutEffect(own, matching, result);
  return { calendar: withMore({ ...result, findings }, unmatched), matching };
}

function withMore(result: CheckedCalendar, more: readonly Finding[]): CheckedCalendar {
  if (more.length === 0) return result;
  return { ...result, findings: sortedFindings([...result.findings, ...more]) };
}

function chooser(only: readonly string[]): (calendar: { readonly id: string }) => boolean {
  const ids = new Set(only);
  return ({ id }) => ids.size === 0 || ids.has(id);
}

function lastDate(calendars: readonly CheckedCalendar[], requested: Horizon): Horizon['through'] {
  const [first, ...others] = calendars.map(({ horizon }) => horizon.through);
  if (first === undefined) return requested.through;
  return others.reduce((last, through) => (through > last ? through : last), first);
}
