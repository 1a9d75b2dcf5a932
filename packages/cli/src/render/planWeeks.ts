import { formatDate } from '@slotwright/engine';
import type { Style } from '../io.js';
import { dayText, weekdayName, weekdayOf } from './clock.js';
import {
  type Day,
  differences,
  type EqualWeeks,
  equalWeeks,
  sameWords,
  weeksTitle,
} from './weeks.js';
import { hanging, paragraph } from './wrapping.js';

/** The dates of a calendar by weeks: equal ones once, nearly equal ones by what is different. */
export function weekLines(days: readonly Day[], width: number, style: Style): readonly string[] {
  const inFull: EqualWeeks[] = [];
  return equalWeeks(days).flatMap((weeks) => {
    const like = nearest(weeks, inFull);
    if (like === undefined) inFull.push(weeks);
    const but = like === undefined ? '' : `, as the week of ${startOf(like)} but for`;
    const title = paragraph('  ', weeksTitle(weeks) + but, width);
    const shown = like === undefined ? [...weeks.days.values()] : differences(weeks, like);
    return ['', ...title.map((line) => style('bold', line)), ...dayLines(weeks, shown, width)];
  });
}

/** The weeks shown so far that differ least, if that takes fewer words than saying it all. */
function nearest(weeks: EqualWeeks, shown: readonly EqualWeeks[]): EqualWeeks | undefined {
  const [best] = shown
    .map((other) => ({ other, days: differences(weeks, other).length }))
    .filter(({ days }) => days * 2 < weeks.days.size)
    .sort((a, b) => a.days - b.days);
  return best?.other;
}

function startOf({ weeks: [first] }: EqualWeeks): string {
  const date = first?.[0]?.date;
  return date === undefined ? '' : formatDate(date);
}

/** One line for the days of a week on which the same happens: `Mon-Thu  09:00-14:00`. */
function dayLines({ weeks }: EqualWeeks, days: readonly Day[], width: number): readonly string[] {
  const groups: Day[][] = [];
  for (const day of [...days].sort((a, b) => weekdayOf(a.date) - weekdayOf(b.date))) {
    const equal = groups.find(([first]) => sameWords(first, day));
    if (equal === undefined) groups.push([day]);
    else equal.push(day);
  }
  const labels = groups.map((group) => {
    const [only, ...others] = group;
    const dated = only !== undefined && others.length === 0 && weeks.length === 1;
    return dated ? dayText(only.date) : weekdaysText(group.map(({ date }) => weekdayOf(date)));
  });
  const column = Math.max(7, ...labels.map(({ length }) => length));
  return groups.flatMap((group, index) => {
    const label = `    ${(labels[index] ?? '').padEnd(column)}  `;
    return hanging(label, group[0]?.words ?? [], width, '  ');
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
