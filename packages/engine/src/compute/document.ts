import type { Horizon } from '../availability/horizon.js';
import type { CalendarId, ClinicDocument } from '../document/clinic.js';
import { calendarFindings } from '../findings/calendar.js';
import { crossCalendarFindings } from '../findings/doctors.js';
import type { CalendarFacts } from '../findings/facts.js';
import { byStartCodeIds, type Finding } from '../findings/finding.js';
import type { Instant } from '../time/units.js';
import { type CalendarResult, calendarResult } from './calendar.js';
import { calendarFacts } from './facts.js';

/** A document, or some of its calendars, computed over a horizon. */
export interface DocumentResult {
  readonly now: Instant;
  /** The horizon that was asked for, as far as Docplanner takes slots in any of the calendars. */
  readonly horizon: Horizon;
  readonly calendars: readonly CalendarResult[];
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
  only: readonly CalendarId[],
): DocumentResult {
  const isChosen = chooser(only);
  const doctors = new Set(document.calendars.filter(isChosen).map(({ doctorId }) => doctorId));
  const facts = document.calendars
    .filter(({ doctorId }) => doctors.has(doctorId))
    .map((calendar) => calendarFacts(calendar, requested, now));
  const chosen = facts.filter(({ calendar }) => isChosen(calendar));
  const others = facts.filter(({ calendar }) => !isChosen(calendar));
  const across = byCalendar(crossCalendarFindings(chosen, others));
  const calendars = chosen.map((own) => {
    const findings = [...calendarFindings(own, requested), ...(across.get(own.calendar.id) ?? [])];
    return calendarResult(own, findings.sort(byStartCodeIds));
  });
  return {
    now,
    horizon: { from: requested.from, through: lastDate(chosen, requested) },
    calendars,
    findings: calendars.flatMap(({ findings }) => findings),
  };
}

function chooser(only: readonly CalendarId[]): (calendar: { readonly id: CalendarId }) => boolean {
  const ids = new Set(only);
  return ({ id }) => ids.size === 0 || ids.has(id);
}

function byCalendar(findings: readonly Finding[]): ReadonlyMap<CalendarId, readonly Finding[]> {
  const map = new Map<CalendarId, Finding[]>();
  for (const each of findings) {
    const own = map.get(each.calendar);
    if (own === undefined) map.set(each.calendar, [each]);
    else own.push(each);
  }
  return map;
}

function lastDate(calendars: readonly CalendarFacts[], requested: Horizon): Horizon['through'] {
  const [first, ...others] = calendars.map(({ horizon }) => horizon.through);
  if (first === undefined) return requested.through;
  return others.reduce((last, through) => (through > last ? through : last), first);
}
