import type { Moment } from '../time/iso.js';
import { dateOf, type LocalDate, minuteOfDay, plus, type WallTime, wallAt } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { DateRange } from './dates/periods.js';
import type { DateOrTime, Recurring } from './event.js';
import type { Until } from './rule.js';
import { ruleDates } from './ruleDates.js';

/** The wall time of a moment in a zone. */
export function wallOf(moment: Moment, zone: Zone): WallTime {
  return moment.kind === 'local' ? moment.wall : zone.toWall(moment.instant);
}

/**
 * The local times at which an event starts on the dates of a range, before they are placed in the zone,
 * which is asked only about exact times and an UNTIL in UTC. The rule's or the only one, and RDATE's,
 * each once, without EXDATE's; those that RDATE adds are last.
 */
export function localStarts(event: Recurring, zone: Zone, range: DateRange): readonly WallTime[] {
  const first = wallOf(event.start, zone);
  const minute = minuteOfDay(first);
  let times = regularDates(event, first, zone, range).map((date) => wallAt(date, minute));
  if (event.rdates.length > 0) {
    const added = event.rdates.map((rdate) => timeOf(rdate, minute));
    const within = added.filter((time) => isWithin(dateOf(time), range));
    times = [...new Set([...times, ...within])];
  }
  return event.exdates.length > 0 ? withoutExcluded(times, event.exdates) : times;
}

function regularDates(
  { rrule }: Recurring,
  first: WallTime,
  zone: Zone,
  { from, through }: DateRange,
): readonly LocalDate[] {
  const start = dateOf(first);
  if (rrule === undefined) return isWithin(start, { from, through }) ? [start] : [];
  const last = lastDate(rrule.until, minuteOfDay(first), zone);
  const until = last === undefined || last > through ? through : last;
  return ruleDates(rrule, start, { from, through: until });
}

/** The last date on which an occurrence at `minute` of the day still starts by UNTIL. */
function lastDate(until: Until | undefined, minute: number, zone: Zone): LocalDate | undefined {
  if (until === undefined) return undefined;
  if (until.kind === 'date') return until.date;
  const wall = until.kind === 'local' ? until.wall : zone.toWall(until.instant);
  return minute <= minuteOfDay(wall) ? dateOf(wall) : plus(dateOf(wall), -1);
}

function timeOf(rdate: DateOrTime, minute: number): WallTime {
  return rdate.kind === 'time' ? rdate.wall : wallAt(rdate.date, minute);
}

function withoutExcluded(
  times: readonly WallTime[],
  exdates: readonly DateOrTime[],
): readonly WallTime[] {
  const dates = new Set<LocalDate>();
  const walls = new Set<WallTime>();
  for (const exdate of exdates) {
    if (exdate.kind === 'date') dates.add(exdate.date);
    else walls.add(exdate.wall);
  }
  return times.filter((time) => !walls.has(time) && !dates.has(dateOf(time)));
}

function isWithin(date: LocalDate, { from, through }: DateRange): boolean {
  return from <= date && date <= through;
}
