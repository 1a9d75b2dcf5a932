/** Dates are days since 1970-01-01; weekdays are 0 (Monday) to 6. */

const MS_PER_DAY = 86_400_000;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function partsOf(date: number): DateParts {
  const utc = new Date(date * MS_PER_DAY);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
}

/** Month 13 is January of the next year. */
export function firstOfMonth(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / MS_PER_DAY;
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(date: number): number {
  return (((date + 3) % 7) + 7) % 7;
}

/** The first day of the week that a date lies in. */
export function weekStart(date: number, firstWeekday: number): number {
  return date - ((weekdayOf(date) - firstWeekday + 7) % 7);
}

/** Week 1 is the first one with at least four days in the year: the one that holds 4 January. */
function weekOne(year: number, firstWeekday: number): number {
  return weekStart(firstOfMonth(year, 1) + 3, firstWeekday);
}

/** The number of a date's week, counted from the start and (negative) from the end of its year. */
export function weekNumbers(date: number, firstWeekday: number): readonly [number, number] {
  const week = weekStart(date, firstWeekday);
  let { year } = partsOf(date);
  if (week < weekOne(year, firstWeekday)) year -= 1;
  else if (week >= weekOne(year + 1, firstWeekday)) year += 1;
  const first = weekOne(year, firstWeekday);
  const next = weekOne(year + 1, firstWeekday);
  return [(week - first) / 7 + 1, (week - next) / 7];
}
