import type { Template } from '../calendar/template.js';
import type { Window } from '../calendar/windows.js';
import { groupBy } from '../grouping/groupBy.js';
import type { Interval } from '../interval/interval.js';
import { type IntervalSet, meets, union } from '../interval/set.js';
import type { Instant } from '../time/units.js';

/** When the windows of each template are open, in the order in which they first are. */
export type OpenTimes = ReadonlyMap<Template, IntervalSet<Instant>>;

export function openTimesOf(windows: readonly Window[]): OpenTimes {
  const byTemplate = groupBy(windows, ({ template }) => template);
  return new Map([...byTemplate].map(([template, own]) => [template, union(own)]));
}

/** An instant at which a template begins or ends to be open. */
export interface Bound {
  readonly at: Instant;
  readonly template: Template;
  readonly opens: boolean;
}

/** Those of all templates, in order. */
export function boundsOf(openTimes: OpenTimes): readonly Bound[] {
  const bounds = [...openTimes].flatMap(([template, times]) =>
    times.flatMap(({ start, end }): Bound[] => [
      { at: start, template, opens: true },
      { at: end, template, opens: false },
    ]),
  );
  return bounds.sort((a, b) => a.at - b.at);
}

/** What templates say of one thing; those that say nothing of it are not there. */
export type Aspects = ReadonlyMap<Template, string | number>;

export function differ(aspects: Aspects): boolean {
  return new Set(aspects.values()).size > 1;
}

/** The maximal stretches in which templates are open that differ in something that each of them has. */
export function disagreements(
  bounds: readonly Bound[],
  aspects: Aspects,
): readonly Interval<Instant>[] {
  /** How many open templates have each aspect. */
  const counts = new Map<string | number, number>();
  const found: Interval<Instant>[] = [];
  let since: Instant | undefined;
  bounds.forEach(({ at, template, opens }, index) => {
    const aspect = aspects.get(template);
    if (aspect !== undefined) {
      const count = (counts.get(aspect) ?? 0) + (opens ? 1 : -1);
      if (count === 0) counts.delete(aspect);
      else counts.set(aspect, count);
    }
    if (bounds[index + 1]?.at === at) return;
    if (counts.size > 1) since ??= at;
    else if (since !== undefined) {
      found.push({ start: since, end: at });
      since = undefined;
    }
  });
  return found;
}

/** The sources of the templates that have an aspect and are open at some time, in the document's order. */
export function sourcesDuring(
  time: Interval<Instant>,
  aspects: Aspects,
  openTimes: OpenTimes,
): readonly string[] {
  const open = [...aspects.keys()].filter((template) => meets(openTimes.get(template) ?? [], time));
  open.sort((a, b) => a.rank - b.rank);
  return [...new Set(open.map(({ source }) => source))];
}
