import { addDays } from '@slotwright/engine';
import { groupBy } from '@slotwright/engine/plan';
import type { Style } from '../io.js';
import { dayText, weekdayName, weekdayOf } from './clock.js';
import { similarWeeks } from './similarWeeks.js';
import { type Day, dayOf, monday, type SimilarWeeks, weeksTitle } from './weeks.js';
import { hanging, paragraph } from './wrapping.js';

/** A label and what happens on its days. */
interface Row {
  readonly label: string;
  readonly day: Day;
}

/** `Wed 2026-10-07 `; a label of two dates reaches into the words, rather than to move them all. */
const MAX_LABEL = 16;

/** Dates one by one, runs of the same together, or by weeks of which similar ones are told once: the shorter. */
export function dateLines(days: readonly Day[], width: number, style: Style): readonly string[] {
  if (days.length === 0) return [];
  const byDate = ['', ...rowLines(runRows(days), width)];
  const byWeek = weekLines(filled(days), width, style);
  return byWeek.length < byDate.length ? byWeek : byDate;
}

function weekLines(days: readonly Day[], width: number, style: Style): readonly string[] {
  return similarWeeks(days).flatMap((weeks) => {
    const title = paragraph('  ', weeksTitle(weeks), width);
    const usual = usualRows(weeks);
    const exceptions = runRows(weeks.exceptions);
    const lines = rowLines([...usual, ...exceptions], width, usual.length);
    return ['', ...title.map((line) => style('bold', line)), ...lines];
  });
}

/** Rows whose words start in one column; exceptions from a row on are told apart. */
function rowLines(
  rows: readonly Row[],
  width: number,
  exceptionsFrom: number = rows.length,
): readonly string[] {
  const lengths = rows.map(({ label }) => label.length);
  const column = Math.max(0, ...lengths.filter((length) => length <= MAX_LABEL));
  return rows.flatMap(({ label, day: { words } }, index) => {
    const margin = `    ${label.padEnd(column)}  `;
    const [only = '', ...others] = words;
    return [
      ...(index === exceptionsFrom ? ['   but on'] : []),
      ...(others.length === 0
        ? paragraph(margin, only, width)
        : hanging(margin, words, width, '  ')),
    ];
  });
}

/** Weekdays on which the same happens, in one row: `Mon-Thu`. */
function usualRows({ usual }: SimilarWeeks): readonly Row[] {
  return [...groupBy(usual, ({ key }) => key).values()].flatMap((group) => {
    const label = weekdaysText(group.map(({ date }) => weekdayOf(date)));
    return group.slice(0, 1).map((day) => ({ label, day }));
  });
}

/** Dates that follow each other and on which the same happens, in one row. */
function runRows(days: readonly Day[]): readonly Row[] {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of days) {
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

/** The dates of the weeks in which something changes, those in between on which nothing does included. */
function filled(days: readonly Day[]): readonly Day[] {
  const weeks = new Set(days.map(({ date }) => monday(date)));
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (first === undefined || last === undefined) return days;
  const byDate = new Map(days.map((day) => [Number(day.date), day]));
  const all: Day[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const day = byDate.get(date);
    if (day !== undefined) all.push(day);
    else if (weeks.has(monday(date))) all.push(dayOf(date, ['unchanged']));
  }
  return all;
}
