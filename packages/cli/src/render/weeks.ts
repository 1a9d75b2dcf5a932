import { formatDate, type LocalDate } from '@slotwright/engine';
import { weekdayOf } from './clock.js';

/** A date and what is to be said of it, in pieces that may be wrapped; equal texts are equal days. */
export interface Day {
  readonly date: LocalDate;
  readonly words: readonly string[];
}

/** Weeks from Monday to Sunday in which the same happens; the first and last may be cut. */
export interface EqualWeeks {
  /** The dates of each week that are in the horizon. */
  readonly weeks: readonly (readonly Day[])[];
  /** By weekday. */
  readonly days: ReadonlyMap<number, Day>;
}

/**
 * Puts equal weeks together, in the order of the first of each. A week that the horizon cuts counts as
 * equal to one that agrees with it in the days that it has.
 */
export function equalWeeks(days: readonly Day[]): readonly EqualWeeks[] {
  const found: { weeks: (readonly Day[])[]; days: Map<number, Day> }[] = [];
  for (const week of weeksOf(days)) {
    const own = new Map(week.map((day) => [weekdayOf(day.date), day]));
    const equal = found.find((each) => agree(each.days, own));
    if (equal === undefined) found.push({ weeks: [week], days: own });
    else {
      equal.weeks.push(week);
      for (const [weekday, day] of own) {
        if (!equal.days.has(weekday)) equal.days.set(weekday, day);
      }
    }
  }
  return found;
}

/** The days of some weeks on which something else happens than in others. */
export function differences(weeks: EqualWeeks, others: EqualWeeks): readonly Day[] {
  return [...weeks.days]
    .filter(([weekday, day]) => !sameWords(others.days.get(weekday), day))
    .map(([, day]) => day);
}

/** `2026-10-05 to 2026-10-25: 3 equal weeks`; each by its first date if others lie between. */
export function weeksTitle({ weeks }: EqualWeeks): string {
  const firsts = weeks.flatMap(([first]) => (first === undefined ? [] : [first.date]));
  const [first = undefined] = firsts;
  const last = weeks.at(-1)?.at(-1)?.date;
  if (first === undefined || last === undefined) return '';
  const monday = (date: LocalDate): number => date - weekdayOf(date);
  const unbroken = firsts.every((date, index) => monday(date) === monday(first) + 7 * index);
  if (!unbroken) return `${firsts.length} equal weeks: of ${firsts.map(formatDate).join(', ')}`;
  const dates = first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`;
  return weeks.length === 1 ? dates : `${dates}: ${weeks.length} equal weeks`;
}

/** True if two days are there and the same is to be said of both. */
export function sameWords(a: Day | undefined, b: Day | undefined): boolean {
  return a !== undefined && b !== undefined && a.words.join('\n') === b.words.join('\n');
}

function weeksOf(days: readonly Day[]): readonly (readonly Day[])[] {
  const weeks: Day[][] = [];
  for (const day of days) {
    const week = weeks.at(-1);
    const last = week?.at(-1);
    if (week === undefined || last === undefined || weekdayOf(day.date) <= weekdayOf(last.date)) {
      weeks.push([day]);
    } else week.push(day);
  }
  return weeks;
}

function agree(known: ReadonlyMap<number, Day>, week: ReadonlyMap<number, Day>): boolean {
  return [...week].every(([weekday, day]) => {
    const other = known.get(weekday);
    return other === undefined || sameWords(other, day);
  });
}
