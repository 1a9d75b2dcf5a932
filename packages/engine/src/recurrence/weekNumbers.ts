import { addDay, lengthOf, newYear, noDays, type YearDays } from './yearShape.js';

/**
 * The days of a calendar year that lie in week `value` of the year that the week belongs to: weeks
 * start on `wkst`, week 1 is the first with four days in its year, -1 is the last. rrule and dateutil
 * miscount the weeks of some years (they take 1 January 2011 for week 53), so this is our own.
 */
export function weekNumberDays(
  year: number,
  { value, wkst }: { readonly value: number; readonly wkst: number },
): YearDays {
  const first = newYear(year);
  const days = noDays();
  for (const weekYear of [year - 1, year, year + 1]) {
    const weeks = (firstWeek(weekYear + 1, wkst) - firstWeek(weekYear, wkst)) / 7;
    const index = value > 0 ? value - 1 : weeks + value;
    if (index < 0 || index >= weeks) continue;
    const week = firstWeek(weekYear, wkst) + 7 * index - first;
    for (let day = week; day < week + 7; day += 1) {
      if (day >= 0 && day < lengthOf(year)) addDay(days, day);
    }
  }
  return days;
}

/** The start of week 1, which holds 4 January, in days since 1970-01-01. */
function firstWeek(year: number, wkst: number): number {
  const fourth = newYear(year) + 3;
  const weekday = (((fourth + 3) % 7) + 7) % 7;
  return fourth - ((weekday - wkst + 7) % 7);
}
