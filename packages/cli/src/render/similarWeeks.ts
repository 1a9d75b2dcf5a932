import { groupBy } from '@slotwright/engine/plan';
import { weekdayOf } from './clock.js';
import { type Day, monday, type SimilarWeeks, type Week } from './weeks.js';

/** Days of one weekday of which the same is said: the first of them, and how many there are. */
interface Kind {
  readonly day: Day;
  readonly count: number;
}

/** Weeks that may be told together. */
interface Group {
  readonly weeks: readonly Week[];
  /** From Monday to Sunday. */
  readonly kinds: readonly (readonly Kind[])[];
  /** A title and an empty line, a line for each usual kind of day, and the exceptions below a line. */
  readonly lines: number;
}

/** Two groups made one, and how many lines that saves. */
interface Merger {
  readonly a: Group;
  readonly b: Group;
  readonly both: Group;
  readonly saved: number;
}

/**
 * Puts weeks together where that takes fewer lines than to tell them one by one, in the order of the
 * first of each.
 *
 * Law: the usual days of a group, with its exceptions, are exactly its days.
 */
export function similarWeeks(days: readonly Day[]): readonly SimilarWeeks[] {
  const mergerOf = mergers();
  let groups: readonly Group[] = equalWeeks(days).map((weeks) => group(weeks, kindsOf(weeks)));
  for (;;) {
    const best = bestMerger(groups, mergerOf);
    if (best === undefined) break;
    const { a, b, both } = best;
    groups = [...groups.filter((each) => each !== a && each !== b), both];
  }
  return groups.map(described).sort((a, b) => firstDate(a.weeks) - firstDate(b.weeks));
}

/** Whole weeks of which exactly the same is said, together. */
function equalWeeks(days: readonly Day[]): readonly (readonly Week[])[] {
  const weeks = groupBy(days, ({ date }) => monday(date));
  const groups = groupBy(weeks.values(), (week) =>
    JSON.stringify(week.map((day) => [weekdayOf(day.date), day.key])),
  );
  return [...groups.values()];
}

/** Weeks of which the same is said have the days of the first one, each as often as there are weeks. */
function kindsOf(weeks: readonly Week[]): Group['kinds'] {
  const kinds: Kind[][] = [[], [], [], [], [], [], []];
  for (const day of weeks[0] ?? []) kinds[weekdayOf(day.date)]?.push({ day, count: weeks.length });
  return kinds;
}

function group(weeks: readonly Week[], kinds: Group['kinds']): Group {
  const usual = new Set<string>();
  let exceptions = 0;
  for (const own of kinds) {
    const most = mostFrequent(own);
    if (most === undefined) continue;
    usual.add(most.day.key);
    for (const { count } of own) exceptions += count;
    exceptions -= most.count;
  }
  return { weeks, kinds, lines: 2 + usual.size + (exceptions === 0 ? 0 : 1 + exceptions) };
}

/** Of kinds that are as frequent, the one that comes first. */
function mostFrequent(kinds: readonly Kind[]): Kind | undefined {
  let most: Kind | undefined;
  for (const kind of kinds) {
    const more = kind.count - (most?.count ?? 0);
    if (most === undefined || more > 0 || (more === 0 && kind.day.date < most.day.date))
      most = kind;
  }
  return most;
}

/** Merges groups; what it has made of two it keeps, as most pairs outlast the merger of others. */
function mergers(): (a: Group, b: Group) => Merger {
  const known = new Map<Group, Map<Group, Merger>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<Group, Merger>();
    known.set(a, ofA);
    const made = ofA.get(b) ?? merger(a, b);
    ofA.set(b, made);
    return made;
  };
}

function merger(a: Group, b: Group): Merger {
  const kinds = a.kinds.map((own, weekday) => together(own, b.kinds[weekday] ?? []));
  const both = group([...a.weeks, ...b.weeks], kinds);
  return { a, b, both, saved: a.lines + b.lines - both.lines };
}

function together(a: readonly Kind[], b: readonly Kind[]): readonly Kind[] {
  const all = [...a];
  for (const kind of b) {
    const at = a.findIndex(({ day }) => day.key === kind.day.key);
    const same = a[at];
    if (same === undefined) all.push(kind);
    else {
      const day = same.day.date < kind.day.date ? same.day : kind.day;
      all[at] = { day, count: same.count + kind.count };
    }
  }
  return all;
}

/** The merger that saves most lines; undefined if none saves any. */
function bestMerger(
  groups: readonly Group[],
  mergerOf: (a: Group, b: Group) => Merger,
): Merger | undefined {
  let best: Merger | undefined;
  for (const [index, a] of groups.entries()) {
    for (const b of groups.slice(index + 1)) {
      const made = mergerOf(a, b);
      if (made.saved > (best?.saved ?? 0)) best = made;
    }
  }
  return best;
}

function described({ weeks, kinds }: Group): SimilarWeeks {
  const usual = kinds.map((own) => mostFrequent(own)?.day);
  const inOrder = [...weeks].sort((a, b) => firstDate([a]) - firstDate([b]));
  const exceptions = inOrder.flat().filter(({ date, key }) => usual[weekdayOf(date)]?.key !== key);
  return { weeks: inOrder, usual: usual.filter((day) => day !== undefined), exceptions };
}

function firstDate([first]: readonly Week[]): number {
  return first?.[0]?.date ?? 0;
}
