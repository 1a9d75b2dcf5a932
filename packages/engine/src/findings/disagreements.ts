import type { Template } from '../calendar/template.js';
import type { Window } from '../calendar/windows.js';
import type { Interval } from '../interval/interval.js';
import type { Instant } from '../time/units.js';

/** What templates say of one thing; those that say nothing of it are not there. */
export type Aspects = ReadonlyMap<Template, string | number>;

/** An instant at which a window opens or closes. */
export interface Bound {
  readonly at: Instant;
  readonly window: Window;
  readonly opens: boolean;
}

/** Those of windows, in order. */
export function boundsOf(windows: readonly Window[]): readonly Bound[] {
  const bounds = windows.flatMap((window): Bound[] => [
    { at: window.start, window, opens: true },
    { at: window.end, window, opens: false },
  ]);
  return bounds.sort((a, b) => a.at - b.at);
}

export interface Disagreement {
  readonly time: Interval<Instant>;
  /** The sources of the windows that are open then, in the order of the document. */
  readonly sources: readonly string[];
}

/**
 * The maximal stretches in which windows are open that differ in something that each of them has. Costs
 * no more than the bounds and what is told, however many windows are open at a time.
 */
export function disagreements(bounds: readonly Bound[], aspects: Aspects): readonly Disagreement[] {
  const openWindows = newTally<Template>();
  const openTemplates = newTally<string | number>();
  const found: Disagreement[] = [];
  let since: Instant | undefined;
  /** Templates that close while windows disagree, and those that open at this instant. */
  const [closed, opened] = [new Set<Template>(), new Set<Template>()];
  bounds.forEach(({ at, window: { template }, opens }, index) => {
    const aspect = aspects.get(template);
    if (aspect !== undefined) {
      const left = openWindows.add(template, opens ? 1 : -1);
      if (opens && left === 1) {
        openTemplates.add(aspect, 1);
        opened.add(template);
      } else if (left === 0) {
        openTemplates.add(aspect, -1);
        if (since !== undefined) closed.add(template);
      }
    }
    if (bounds[index + 1]?.at === at) return;
    if (openTemplates.counts.size > 1) since ??= at;
    else if (since !== undefined) {
      const stillOpen = [...openWindows.counts.keys()].filter((each) => !opened.has(each));
      found.push({
        time: { start: since, end: at },
        sources: sourcesOf([...closed, ...stillOpen]),
      });
      since = undefined;
      closed.clear();
    }
    opened.clear();
  });
  return found;
}

/** How many there are of each key; those of which there are none are not in `counts`. */
interface Tally<K> {
  readonly counts: ReadonlyMap<K, number>;
  /** Gives the new count. */
  readonly add: (key: K, change: 1 | -1) => number;
}

function newTally<K>(): Tally<K> {
  const counts = new Map<K, number>();
  return {
    counts,
    add: (key, change) => {
      const count = (counts.get(key) ?? 0) + change;
      if (count === 0) counts.delete(key);
      else counts.set(key, count);
      return count;
    },
  };
}

function sourcesOf(templates: readonly Template[]): readonly string[] {
  const inOrder = [...new Set(templates)].sort((a, b) => a.rank - b.rank);
  return [...new Set(inOrder.map(({ source }) => source))];
}
