import type { Calendar, Closure } from '../../src/document/clinic.js';
import type { DateOrTime } from '../../src/recurrence/event.js';
import type { LocalDate, WallTime } from '../../src/time/units.js';
import { type Clock, DAY, dateOfWall } from './clock.js';
import { type Dates, floatingStarts } from './occurrences.js';

/** Semantics 3.3: the dates through a horizon's last that closures take. */
export function closedDates(calendar: Calendar, dates: Dates, clock: Clock): ReadonlySet<number> {
  const closed = new Set<number>();
  for (const closure of calendar.closures) {
    for (const date of datesOf(closure, dates, clock)) closed.add(date);
  }
  return closed;
}

function datesOf(closure: Closure, { through: last }: Dates, clock: Clock): readonly number[] {
  const { from, through, rrule, exdates, rdates } = closure;
  if (rrule === undefined && rdates.length === 0 && exdates.length === 0) {
    return Array.from({ length: through - from + 1 }, (_, index) => from + index);
  }
  const date = (own: LocalDate): DateOrTime => ({ kind: 'date', date: own });
  const midnight = { kind: 'local', wall: (from * DAY) as WallTime } as const;
  const event = {
    start: midnight,
    end: midnight,
    rrule,
    exdates: exdates.map(date),
    rdates: rdates.map(date),
  };
  return floatingStarts(event, last, clock).map(dateOfWall);
}
