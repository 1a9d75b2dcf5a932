import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import type { Acceptance } from '../document/clinic.js';
import { groupBy } from '../grouping/groupBy.js';
import { formatDate } from '../time/date.js';
import { dateOf } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { type Finding, finding } from './finding.js';

export interface AcceptedFindings {
  /** The same findings, in the same order, marked where they are accepted. */
  readonly findings: readonly Finding[];
  /** The entries that match one of them, whether or not another one comes first. */
  readonly matching: ReadonlySet<Acceptance>;
}

/**
 * Marks the findings of a calendar that are accepted. Where several entries match, the one listed first
 * counts; an entry holds through the local date that it names.
 */
export function acceptFindings(
  findings: readonly Finding[],
  entries: readonly Acceptance[],
  computed: ComputedCalendar,
): AcceptedFindings {
  const matching = new Set<Acceptance>();
  const ranked = entries
    .map((entry, rank) => ({ entry, rank }))
    .filter(({ entry }) => !isOver(entry, computed));
  if (ranked.length === 0) return { findings, matching };
  const byFirstId = groupBy(ranked, ({ entry: { code, ids } }) => keyOf(code, ids[0]));
  const marked = findings.map((each) => {
    const ids = new Set(each.ids);
    const found = [undefined, ...ids]
      .flatMap((id) => byFirstId.get(keyOf(each.code, id)) ?? [])
      .filter(({ entry }) => entry.ids.every((id) => ids.has(id)));
    for (const { entry } of found) matching.add(entry);
    const [first, ...others] = found;
    if (first === undefined) return each;
    const { entry } = others.reduce((a, b) => (b.rank < a.rank ? b : a), first);
    return { ...each, accepted: entry.reason };
  });
  return { findings: marked, matching };
}

/** accept-without-effect: entries that match nothing; of a horizon without dates none is told. */
export function acceptsWithoutEffect(
  entries: readonly Acceptance[],
  matching: ReadonlySet<Acceptance>,
  computed: ComputedCalendar,
): readonly Finding[] {
  const [first, last] = [computed.dates[0], computed.dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const horizon = { start: first.start, end: last.end };
  return entries.flatMap((entry) => {
    const { code, ids, until } = entry;
    // Only what is published can tell which calendars were left behind.
    if (matching.has(entry) || code === 'calendar-left-behind') return [];
    const what = ids.length === 0 ? code : `${code} about ${ids.join(' and ')}`;
    const message =
      until !== undefined && isOver(entry, computed)
        ? `The accept of ${what} ended on ${formatDate(until)}: remove it, or let it end later.`
        : `The accept of ${what} matches no finding: remove it, or correct its code and ids.`;
    const { id } = computed.calendar;
    return [finding('accept-without-effect', id, horizon, [code, ...ids], message)];
  });
}

function isOver({ until }: Acceptance, { calendar, now }: ComputedCalendar): boolean {
  return until !== undefined && dateOf(zoneOf(calendar.timezone).toWall(now)) > until;
}

function keyOf(code: string, id: string | undefined): string {
  return id === undefined ? code : `${code} ${id}`;
}
