/** True for years with a 29 February. */
export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days from 1970-01-01 to 1 January of `year`. */
export function newYear(year: number): number {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return 365 * (year - 1970) + leaps - 477;
}

/** The weekday of a day counted from 1970-01-01: 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * Years of one shape have the same days in all that rules ask for: they start on the same weekday, and
 * they, the year before and the year after are equally long. 0 to 27.
 */
export function shapeOf(year: number): number {
  const leap = isLeap(year) ? 1 : isLeap(year - 1) ? 2 : isLeap(year + 1) ? 3 : 0;
  return weekdayOf(newYear(year)) * 4 + leap;
}

const SHAPES = 28;
/** From 2001 on every shape comes once before the first repeats. */
const FIRST_MODEL_YEAR = 2001;

const models: readonly number[] = Array.from({ length: SHAPES }, (_, shape) => {
  const years = Array.from({ length: SHAPES }, (__, index) => FIRST_MODEL_YEAR + index);
  return years.find((year) => shapeOf(year) === shape) ?? FIRST_MODEL_YEAR;
});

/** The year that stands for all years of a shape. */
export function modelOf(shape: number): number {
  return models[shape] ?? FIRST_MODEL_YEAR;
}
