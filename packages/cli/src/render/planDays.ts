import { type ComputedCalendar, type LocalDate, type WorkPeriod, zoneOf } from '@slotwright/engine';
import { clockText, minuteOn } from './clock.js';
import type { Offered } from './offered.js';
import { type Day, dayOf } from './weeks.js';

/** What a plan does to each date of a calendar: its work periods, or that it is cleared. */
export function planDays(result: ComputedCalendar, offered: Offered): readonly Day[] {
  const zone = zoneOf(result.calendar.timezone);
  let next = 0;
  return result.dates.map(({ date, end }) => {
    const periods: WorkPeriod[] = [];
    for (; ; next += 1) {
      const period = result.workPeriods[next];
      if (period === undefined || period.start >= end) break;
      periods.push(period);
    }
    if (periods.length === 0) return dayOf(date, [`cleared${whyClosed(result, date)}`]);
    const words = periods.map((period) => {
      const [from, until] = [period.start, period.end].map((at) =>
        clockText(minuteOn(date, zone.toWall(at))),
      );
      return `${from}-${until} ${offered.letterOf(period.configuration)}`.trimEnd();
    });
    return dayOf(date, words);
  });
}

/** ` (closed: Fiesta Nacional)` if the document closes a date; empty if nothing is scheduled. */
export function whyClosed(
  { calendar }: Pick<ComputedCalendar, 'calendar'>,
  date: LocalDate,
): string {
  const closure = calendar.closures.find(({ from, through }) => from <= date && date <= through);
  if (closure !== undefined) {
    return closure.reason === undefined ? ' (closed)' : ` (closed: ${closure.reason})`;
  }
  const override = calendar.overrides.find(({ from, through }) => from <= date && date <= through);
  return override !== undefined && override.windows.length === 0 ? ' (closed by an override)' : '';
}
