import { formatDate, type LocalDate } from '@slotwright/engine';
import { groupBy } from '@slotwright/engine/plan';
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
type Week = readonly Day[];

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

/**
 * Puts weeks together where that takes fewer lines than to tell them one by one, in the order of the
 * first of each.
 *
 * Law: the usual days of a group, with its exceptions, are exactly its days.
 */
export function similarWeeks(days: readonly Day[]): readonly SimilarWeeks[] {
  const mergerOf = mergers();
  let groups: readonly SimilarWeeks[] = equalWeeks(days).map(described);
  for (;;) {
    const best = bestMerger(groups, mergerOf);
    if (best === undefined) return [...groups].sort((a, b) => firstDate(a) - firstDate(b));
    const { a, b, both } = best;
    groups = [...groups.filter((each) => each !== a && each !== b), both];
  }
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

/** Whole weeks of which exactly the same is said, together. */
function equalWeeks(days: readonly Day[]): readonly (readonly Week[])[] {
  const weeks = groupBy(days, ({ date }) => monday(date));
  const groups = groupBy(weeks.values(), (week) =>
    JSON.stringify(week.map((day) => [weekdayOf(day.date), day.key])),
  );
  return [...groups.values()];
}

/** Two groups made one, and how many lines that saves. */
interface Merger {
  readonly a: SimilarWeeks;
  readonly b: SimilarWeeks;
  readonly both: SimilarWeeks;
  readonly saved: number;
}

type MergerOf = (a: SimilarWeeks, b: SimilarWeeks) => Merger;

/** Merges groups; what it has made of two it keeps, as most pairs outlast the merger of others. */
function mergers(): MergerOf {
  const known = new Map<SimilarWeeks, Map<SimilarWeeks, Merger>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<SimilarWeeks, Merger>();
    known.set(a, ofA);
    const made = ofA.get(b) ?? merger(a, b);
    ofA.set(b, made);
    return made;
  };
}

function merger(a: SimilarWeeks, b: SimilarWeeks): Merger {
  const weeks = [...a.weeks, ...b.weeks].sort((x, y) => (x[0]?.date ?? 0) - (y[0]?.date ?? 0));
  const both = described(weeks);
  return { a, b, both, saved: lineCount(a) + lineCount(b) - lineCount(both) };
}

/** The merger that saves most lines; undefined if none saves any. */
function bestMerger(groups: readonly SimilarWeeks[], mergerOf: MergerOf): Merger | undefined {
  let best: Merger | undefined;
  for (const [index, a] of groups.entries()) {
    for (const b of groups.slice(index + 1)) {
      const made = mergerOf(a, b);
      if (made.saved > (best?.saved ?? 0)) best = made;
    }
  }
  return best;
}

/** A title and an empty line, a line for each kind of day, and the exceptions below a line. */
function lineCount({ usual, exceptions }: SimilarWeeks): number {
  const kinds = new Set(usual.map(({ key }) => key)).size;
  return 2 + kinds + (exceptions.length === 0 ? 0 : 1 + exceptions.length);
}

function described(weeks: readonly Week[]): SimilarWeeks {
  const days = weeks.flat();
  const byWeekday: Day[][] = [[], [], [], [], [], [], []];
  for (const day of days) byWeekday[weekdayOf(day.date)]?.push(day);
  const usual = byWeekday.map(mostFrequent);
  const exceptions = days.filter(({ date, key }) => usual[weekdayOf(date)]?.key !== key);
  return { weeks, usual: usual.filter((day) => day !== undefined), exceptions };
}

/** The first day of the most frequent kind; none of none. */
function mostFrequent(days: readonly Day[]): Day | undefined {
  const counts = new Map<string, number>();
  for (const { key } of days) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return days.find(({ key }) => counts.get(key) === most);
}

function firstDate({ weeks: [first] }: SimilarWeeks): number {
  return first?.[0]?.date ?? 0;
}
