import { formatDate, type LocalDate, parseDate } from '@slotwright/engine';
import type { Style } from '../io.js';
import { dayText } from './clock.js';
import { weekLines } from './planWeeks.js';
import { type Day, dayOf, monday } from './weeks.js';
import { hanging } from './wrapping.js';

/** So many changed dates are told one by one; more of them by weeks. */
const MOST_LINES = 14;

/** The dates that change: one by one, runs of the same together, or by weeks where they are many. */
export function changedDateLines(
  days: readonly Day[],
  width: number,
  style: Style,
): readonly string[] {
  if (days.length === 0) return [];
  const runs = runsOf(days);
  if (runs.length > MOST_LINES) return weekLines(filled(days), width, style);
  const rows = runs.map(({ first, last }) => ({
    label: dayText(first.date) + (first === last ? '' : ` to ${dayText(last.date)}`),
    words: first.words,
  }));
  const column = Math.max(...rows.map(({ label }) => label.length));
  return [
    '',
    ...rows.flatMap(({ label, words }) =>
      hanging(`    ${label.padEnd(column)}  `, words, width, '  '),
    ),
  ];
}

function runsOf(days: readonly Day[]): readonly { readonly first: Day; readonly last: Day }[] {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.last.date + 1 === day.date && run.last.key === day.key) {
      run.last = day;
    } else runs.push({ first: day, last: day });
  }
  return runs;
}

/** Weeks in which something changes, with the dates in between on which nothing does. */
function filled(days: readonly Day[]): readonly Day[] {
  const weeks = new Set(days.map(({ date }) => monday(date)));
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (first === undefined || last === undefined) return days;
  const byDate = new Map(days.map((day) => [Number(day.date), day]));
  const all: Day[] = [];
  for (
    let date: LocalDate | undefined = first;
    date !== undefined && date <= last;
    date = next(date)
  ) {
    const day = byDate.get(date);
    if (day !== undefined) all.push(day);
    else if (weeks.has(monday(date))) all.push(dayOf(date, ['unchanged']));
  }
  return all;
}

const MS_PER_DAY = 86_400_000;

function next(date: LocalDate): LocalDate | undefined {
  const after = new Date(Date.parse(formatDate(date)) + MS_PER_DAY).toISOString().slice(0, 10);
  return parseDate(after).unwrapOr(undefined);
}
