import { newYear, weekdayOf } from './yearShape.js';

/**
 * The days of a calendar year (counted from 0 for 1 January) that lie in one of the weeks of the year
 * that the week belongs to: weeks start on `wkst`, week 1 is the first with four days in its year, -1
 * is the last. rrule and dateutil miscount the weeks of some years (they take 1 January 2011 for week
 * 53), so this is our own.
 */
export function weekNumberDays(
  year: number,
  weeks: readonly number[],
  wkst: number,
): ReadonlySet<number> {
  const days = new Set<number>();
  for (const weekYear of [year - 1, year, year + 1]) {
    const first = firstWeek(weekYear, wkst);
    const count = (firstWeek(weekYear + 1, wkst) - first) / 7;
    for (const number of weeks) {
      const index = number > 0 ? number - 1 : count + number;
      if (index < 0 || index >= count) continue;
      const week = first + 7 * index - newYear(year);
      for (let day = week; day < week + 7; day += 1) days.add(day);
    }
  }
  return days;
}

/** The start of week 1, which holds 4 January, in days since 1970-01-01. */
function firstWeek(year: number, wkst: number): number {
  const fourth = newYear(year) + 3;
  return fourth - ((weekdayOf(fourth) - wkst + 7) % 7);
}
