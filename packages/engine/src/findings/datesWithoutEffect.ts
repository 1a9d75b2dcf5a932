import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { groupBy } from '../grouping/groupBy.js';
import type { DateOrTime, Recurring } from '../recurrence/event.js';
import { localStarts, wallOf } from '../recurrence/localStarts.js';
import { formatDate } from '../time/date.js';
import { dateOf, type LocalDate, plus, type WallTime } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import { type Finding, finding } from './finding.js';

/** A schedule or a break. */
interface Event extends Recurring {
  readonly id: string;
}

function eventsOf({ calendar }: DetailedCalendar) {
  const named = (what: 'Schedule' | 'Break') => (event: Event) => ({ what, event });
  return [...calendar.schedules.map(named('Schedule')), ...calendar.breaks.map(named('Break'))];
}

/** exdate-without-effect: an EXDATE, not before the horizon, removes no occurrence. */
export function exdatesWithoutEffect(detailed: DetailedCalendar): readonly Finding[] {
  return eventsOf(detailed).flatMap(({ what, event }) =>
    datesThatRemoveNothing(event, detailed).map((date) => {
      const message = `${what} ${event.id} has no occurrence on ${formatDate(date)} that its exdate could remove: correct the date or remove it.`;
      return dateFinding('exdate-without-effect', detailed, date, event.id, message);
    }),
  );
}

/** start-not-in-rule: the start, not before the horizon, is not a date of the rule nor of an RDATE. */
export function startsNotInRule(detailed: DetailedCalendar): readonly Finding[] {
  const { zone, horizon } = detailed;
  return eventsOf(detailed).flatMap(({ what, event }) => {
    const date = dateOf(wallOf(event.start, zone));
    if (event.rrule === undefined || date < horizon.from) return [];
    if (startsOn(event, zone, date, date).length > 0) return [];
    const message = `${what} ${event.id} starts on ${formatDate(date)}, which is not a date of its rule, so nothing happens on it: start on a date of the rule, or add that date as an rdate.`;
    return [dateFinding('start-not-in-rule', detailed, date, event.id, message)];
  });
}

/** When an event would start on some dates if it had no EXDATE. */
function startsOn(
  event: Event,
  zone: Zone,
  from: LocalDate,
  through: LocalDate,
): readonly WallTime[] {
  return localStarts({ ...event, exdates: [] }, zone, { from, through });
}

function datesThatRemoveNothing(
  event: Event,
  { zone, horizon }: DetailedCalendar,
): readonly LocalDate[] {
  const due = event.exdates.filter((exdate) => dateOfExdate(exdate) >= horizon.from);
  // Year by year, so that neither many dates nor dates far apart take long.
  return [...groupBy(due, (exdate) => Math.floor(dateOfExdate(exdate) / 366)).values()].flatMap(
    (exdates) => {
      const dates = exdates.map(dateOfExdate);
      const [first, last] = [dates.reduce(earlier), dates.reduce(later)];
      const asked = new Set(dates);
      const all = startsOn(event, zone, first, last);
      const times = new Set(all.filter((time) => asked.has(dateOf(time))));
      const starts = new Set([...times].map(dateOf));
      return exdates
        .filter((exdate) =>
          exdate.kind === 'date' ? !starts.has(exdate.date) : !times.has(exdate.wall),
        )
        .map(dateOfExdate);
    },
  );
}

function dateOfExdate(exdate: DateOrTime): LocalDate {
  return exdate.kind === 'date' ? exdate.date : dateOf(exdate.wall);
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (b < a ? b : a);
const later = (a: LocalDate, b: LocalDate): LocalDate => (b > a ? b : a);

function dateFinding(
  code: 'exdate-without-effect' | 'start-not-in-rule',
  { calendar, zone }: DetailedCalendar,
  date: LocalDate,
  id: string,
  message: string,
): Finding {
  const whole = { start: zone.startOf(date), end: zone.startOf(plus(date, 1)) };
  return finding(code, calendar.id, whole, [id], message);
}
