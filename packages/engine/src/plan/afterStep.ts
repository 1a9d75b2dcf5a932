import { datesKnown, type KnownBreak, type KnownCalendar } from './known.js';
import type { SlotsEntry } from './slots/entries.js';
import type { Step } from './step.js';

/** A step that sends dates. */
export type ReplaceSlots = Extract<Step, { readonly type: 'replace-slots' }>;

/**
 * What is known of a calendar once a step is done. `breakId` is the id of the break that a `create-break`
 * made; undefined for all other steps, and where Docplanner says that the break exists and it is not ours:
 * then nothing is recorded. `timezone` is that of the plan; dates of another zone are unknown from then on.
 *
 * Law: recording all steps of a plan, one after the other, leaves nothing to plan.
 *
 * @example
 * const step = { type: 'replace-slots', dates: ['2026-10-05'], body: { slots: [] } };
 * afterStep(NOTHING_KNOWN, step, undefined, 'Europe/Madrid')
 * // => { dates: { '2026-10-05': [] }, breaks: [], timezone: 'Europe/Madrid' }
 */
export function afterStep(
  known: KnownCalendar,
  step: Step,
  breakId: string | undefined,
  timezone: string | undefined,
): KnownCalendar {
  const { breaks } = known;
  switch (step.type) {
    case 'create-break': {
      if (breakId === undefined) return known;
      const created = { id: breakId, source: step.source, ...step.body };
      return { ...known, breaks: [...without(breaks, breakId), created] };
    }
    case 'move-break': {
      const moved = { ...step.known, ...step.body };
      return { ...known, breaks: [...without(breaks, step.known.id), moved] };
    }
    case 'delete-break':
      return { ...known, breaks: without(breaks, step.known.id) };
    case 'replace-slots':
      return { dates: { ...datesKnown(known, timezone), ...workOf(step) }, breaks, timezone };
    default:
      return step satisfies never;
  }
}

/**
 * The same step as one call a date, for a Docplanner that refuses several dates in one request.
 *
 * Law: recording them all is recording the step.
 *
 * @example
 * const step = { type: 'replace-slots', dates: ['2026-10-05', '2026-10-06'], body: { slots: [] } };
 * splitByDate(step).map(({ dates }) => dates) // => [['2026-10-05'], ['2026-10-06']]
 */
export function splitByDate(step: ReplaceSlots): readonly ReplaceSlots[] {
  const entries = entriesByDate(step);
  return step.dates.map((date) => ({
    type: 'replace-slots',
    dates: [date],
    body: { slots: entries.get(date) ?? [] },
  }));
}

function without(breaks: readonly KnownBreak[], gone: string): readonly KnownBreak[] {
  return breaks.filter(({ id }) => id !== gone);
}

/** The work periods of the dates that a step sends. */
function workOf(step: ReplaceSlots): KnownCalendar['dates'] {
  const entries = entriesByDate(step);
  return Object.fromEntries(
    step.dates.map((date) => [
      date,
      (entries.get(date) ?? []).filter(({ address_services }) => address_services.length > 0),
    ]),
  );
}

/** An entry lies within one local date, which its start begins with. */
function entriesByDate({ dates, body }: ReplaceSlots): ReadonlyMap<string, readonly SlotsEntry[]> {
  const byDate = new Map(dates.map((date): [string, SlotsEntry[]] => [date, []]));
  for (const entry of body.slots) byDate.get(entry.start.slice(0, 10))?.push(entry);
  return byDate;
}
