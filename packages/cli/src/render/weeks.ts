import { formatDate, type LocalDate } from '@slotwright/engine';
import { weekdayOf } from './clock.js';

/** A date and what is to be said of it. */
export interface Day {
  readonly date: LocalDate;
  /** Pieces that may be wrapped. */
  readonly words: readonly string[];
  /** The same for days of which the same is said. */
  readonly key: string;
}

/** The dates of a horizon from a Monday to a Sunday; the first and the last week may be cut. */
export type Week = readonly Day[];

/** Weeks that are much the same: what is usual on each weekday, and the dates that are different. */
export interface SimilarWeeks {
  readonly weeks: readonly Week[];
  /** From Monday to Sunday; the first day of each kind. */
  readonly usual: readonly Day[];
  readonly exceptions: readonly Day[];
}

/** A date of which these words are said. */
export function dayOf(date: LocalDate, words: readonly string[]): Day {
  return { date, words, key: words.join('\n') };
}

/** `2026-10-05 to 2026-10-25: 3 equal weeks`; each by its first date if others lie between. */
export function weeksTitle({ weeks, exceptions }: SimilarWeeks): string {
  const firsts = weeks.flatMap((week) => week.slice(0, 1)).map(({ date }) => date);
  const last = weeks.at(-1)?.at(-1)?.date ?? firsts[0];
  const [first] = firsts;
  if (first === undefined || last === undefined) return '';
  const dates = first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`;
  if (weeks.length === 1) return dates;
  const equal = `${weeks.length} ${exceptions.length === 0 ? 'equal' : 'similar'} weeks`;
  const unbroken = firsts.every((date, index) => monday(date) === monday(first) + 7 * index);
  return unbroken ? `${dates}: ${equal}` : `${equal}: of ${firsts.map(formatDate).join(', ')}`;
}

/** The Monday on or before a date. */
export function monday(date: LocalDate): number {
  return date - weekdayOf(date);
}
