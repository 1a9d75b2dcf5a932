import {
  type ComputedCalendar,
  formatDate,
  type LocalDate,
  parseDate,
  type Step,
  type SyncPlan,
} from '@slotwright/engine';
import { timeOfDay } from '@slotwright/engine/plan';
import { closedText } from './explanation.js';
import type { Offered } from './services.js';
import { type Day, dayOf } from './weeks.js';

type ReplaceSlots = Extract<Step, { readonly type: 'replace-slots' }>;
type Entry = ReplaceSlots['body']['slots'][number];

/**
 * The dates that a plan sends, each with its new work periods and the time that is cleared; `computed` says
 * why a date is closed, where there is more than a plan file.
 */
export function planDates(
  { steps }: Pick<SyncPlan, 'steps'>,
  offered: Offered,
  computed: ComputedCalendar | undefined,
): readonly Day[] {
  const spans = new Map(computed?.dates.map((span) => [formatDate(span.date), span]));
  const why = (date: string): string => {
    const span = spans.get(date);
    return computed === undefined || span === undefined ? '' : closedText(computed, span);
  };
  return steps
    .flatMap((step) => (step.type === 'replace-slots' ? daysOf(step, offered, why) : []))
    .sort((a, b) => a.date - b.date);
}

/** True if all other time of the dates is cleared too, because it is not known what is there. */
export function clearsTheRest({ steps }: Pick<SyncPlan, 'steps'>): boolean {
  return steps.some(
    (step) =>
      step.type === 'replace-slots' &&
      step.body.slots.some((entry) => isClear(entry) && isEdge(entry)),
  );
}

function daysOf(
  { dates, body }: ReplaceSlots,
  offered: Offered,
  why: (date: string) => string,
): readonly Day[] {
  const byDate = new Map(dates.map((date): [string, Entry[]] => [date, []]));
  for (const entry of body.slots) byDate.get(entry.start.slice(0, 10))?.push(entry);
  return [...byDate].flatMap(([text, entries]) =>
    parseDate(text).match(
      (date) => [dayOfEntries(date, entries, offered, why(text))],
      () => [],
    ),
  );
}

function dayOfEntries(
  date: LocalDate,
  entries: readonly Entry[],
  offered: Offered,
  why: string,
): Day {
  const clears = entries.filter(isClear);
  const periods = entries.filter((entry) => !isClear(entry));
  if (periods.length === 0) return dayOf(date, [`cleared${why}`]);
  const whole = clears.some(isEdge);
  return dayOf(date, [
    ...periods.map((entry) => `${times(entry)} ${offered.letterOf(entry)}`.trimEnd()),
    ...(whole ? [] : clears.map((entry) => `cleared ${times(entry)}`)),
  ]);
}

function isClear({ address_services }: Entry): boolean {
  return address_services.length === 0;
}

/** Where nothing is known of a date, it is cleared from its first minute to its last. */
function isEdge({ start, end }: Entry): boolean {
  return timeOfDay(start) === '00:00' || timeOfDay(end) === '23:59';
}

function times({ start, end }: Entry): string {
  return `${timeOfDay(start)}-${timeOfDay(end)}`;
}
