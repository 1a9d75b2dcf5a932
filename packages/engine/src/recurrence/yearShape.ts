import { isLeap } from './dayLimits.js';

/** Days of a year as bits: bit `day % 32` of word `day / 32`, day 0 is 1 January. */
export type YearDays = Int32Array;

const WORDS = 12;
/** Years from here on hold every shape once; and a rule that finds nothing soon is at rrule's last year. */
const FIRST_MODEL = 9972;
export const SHAPES = 28;

/** How many days of `year` there are. */
export function lengthOf(year: number): number {
  return isLeap(year) ? 366 : 365;
}

/** Days from 1970-01-01 to 1 January of `year`. */
export function newYear(year: number): number {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return 365 * (year - 1970) + leaps - 477;
}

/**
 * Years of one shape have the same days in all that rules ask for: they start on the same weekday and
 * they, the year before and the year after are equally long. 0 to 27.
 */
export function shapeOf(year: number): number {
  const startsOn = (((newYear(year) + 3) % 7) + 7) % 7;
  const leap = isLeap(year) ? 1 : isLeap(year - 1) ? 2 : isLeap(year + 1) ? 3 : 0;
  return startsOn * 4 + leap;
}

const models: readonly number[] = Array.from({ length: SHAPES }, (_, shape) => {
  const years = Array.from({ length: SHAPES }, (_, index) => FIRST_MODEL + index);
  return years.find((year) => shapeOf(year) === shape) ?? FIRST_MODEL;
});

/** The year close to rrule's last one that has a shape. */
export function modelOf(shape: number): number {
  return models[shape] ?? FIRST_MODEL;
}

export function noDays(): YearDays {
  return new Int32Array(WORDS);
}

export function addDay(days: YearDays, day: number): void {
  const word = day >> 5;
  days[word] = (days[word] ?? 0) | (1 << (day & 31));
}

export function hasDay(days: YearDays, day: number): boolean {
  return (((days[day >> 5] ?? 0) >>> (day & 31)) & 1) === 1;
}

/** The days that are in any of the sets. */
export function anyOf(sets: readonly YearDays[]): YearDays {
  const merged = noDays();
  for (const set of sets) {
    for (let word = 0; word < WORDS; word += 1)
      merged[word] = (merged[word] ?? 0) | (set[word] ?? 0);
  }
  return merged;
}

/** The days that are in all of the sets, of which there is at least one. */
export function allOf(sets: readonly YearDays[]): YearDays {
  const shared = noDays().fill(-1);
  for (const set of sets) {
    for (let word = 0; word < WORDS; word += 1)
      shared[word] = (shared[word] ?? 0) & (set[word] ?? 0);
  }
  return shared;
}
