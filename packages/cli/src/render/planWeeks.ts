import type { Style } from '../io.js';
import { dayText, weekdayName, weekdayOf } from './clock.js';
import { type Day, type SimilarWeeks, similarWeeks, weeksTitle } from './weeks.js';
import { hanging, paragraph } from './wrapping.js';

/** A label and what happens on its days. */
interface Row {
  readonly label: string;
  readonly day: Day;
}

/** `Wed 2026-10-07 `; a label of two dates reaches into the words, rather than to move them all. */
const WIDEST_LABEL = 16;

/** The dates of a calendar by weeks: similar ones once, and the dates that are different. */
export function weekLines(days: readonly Day[], width: number, style: Style): readonly string[] {
  return similarWeeks(days).flatMap((weeks) => {
    const title = paragraph('  ', weeksTitle(weeks), width);
    const usual = usualRows(weeks);
    const exceptions = exceptionRows(weeks.exceptions);
    const lengths = [...usual, ...exceptions].map(({ label }) => label.length);
    const column = Math.max(0, ...lengths.filter((length) => length <= WIDEST_LABEL));
    const lines = ({ label, day: { words } }: Row): readonly string[] => {
      const margin = `    ${label.padEnd(column)}  `;
      const [only = '', ...others] = words;
      if (others.length === 0) return paragraph(margin, only, width);
      return hanging(margin, words, width, '  ');
    };
    return [
      '',
      ...title.map((line) => style('bold', line)),
      ...usual.flatMap(lines),
      ...(exceptions.length === 0 ? [] : ['   but on', ...exceptions.flatMap(lines)]),
    ];
  });
}

/** Weekdays on which the same happens, in one row: `Mon-Thu`. */
function usualRows({ usual }: SimilarWeeks): readonly Row[] {
  const groups = new Map<string, Day[]>();
  for (const day of usual) {
    const group = groups.get(day.key);
    if (group === undefined) groups.set(day.key, [day]);
    else group.push(day);
  }
  return [...groups.values()].flatMap((group) => {
    const label = weekdaysText(group.map(({ date }) => weekdayOf(date)));
    return group.slice(0, 1).map((day) => ({ label, day }));
  });
}

/** Dates that follow each other and on which the same happens, in one row. */
function exceptionRows(exceptions: readonly Day[]): readonly Row[] {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of exceptions) {
    const run = runs.at(-1);
    if (run !== undefined && run.last.date + 1 === day.date && run.last.key === day.key) {
      run.last = day;
    } else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => {
    const until = first === last ? '' : ` to ${dayText(last.date)}`;
    return { label: dayText(first.date) + until, day: first };
  });
}

/** `Mon-Thu Sat` */
function weekdaysText(weekdays: readonly number[]): string {
  const runs: number[][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  return runs
    .map((run) => {
      const names = run.map(weekdayName);
      return names.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(' ');
    })
    .join(' ');
}
