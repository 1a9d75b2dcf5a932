import { type LocalDate, parseDate, type Step, type SyncPlan } from '@slotwright/engine';
import { type Day, dayOf } from './weeks.js';

type ReplaceSlots = Extract<Step, { readonly type: 'replace-slots' }>;
type Entry = ReplaceSlots['body']['slots'][number];

/** What periods offer, with a letter for each way; no letter if there is only one way. */
export interface SentServices {
  readonly letterOf: (entry: Entry) => string;
  readonly ways: readonly { readonly letter: string; readonly entry: Entry }[];
}

/** Gives the ways of offering services that a plan sends their letters, in the order in which they come. */
export function sentServices({ steps }: Pick<SyncPlan, 'steps'>): SentServices {
  const ways = new Map<string, Entry>();
  for (const entry of steps.flatMap(entriesOf)) {
    if (entry.address_services.length > 0 && !ways.has(wayOf(entry))) ways.set(wayOf(entry), entry);
  }
  const letters = new Map(
    [...ways.keys()].map((way, index) => [way, ways.size > 1 ? letter(index) : '']),
  );
  const letterOf = (entry: Entry): string => letters.get(wayOf(entry)) ?? '';
  return {
    letterOf,
    ways: [...ways.values()].map((entry) => ({ letter: letterOf(entry), entry })),
  };
}

/** The dates that a plan sends, each with its new work periods and the time that is cleared. */
export function changedDays(plan: Pick<SyncPlan, 'steps'>, services: SentServices): readonly Day[] {
  return plan.steps
    .flatMap((step) => (step.type === 'replace-slots' ? datesOf(step, services) : []))
    .sort((a, b) => a.date - b.date);
}

/** True if all other time of the dates is cleared too, because it is not known what is there. */
export function clearsTheRest({ steps }: Pick<SyncPlan, 'steps'>): boolean {
  return steps.flatMap(entriesOf).some((entry) => isClear(entry) && isEdge(entry));
}

function datesOf(step: ReplaceSlots, services: SentServices): readonly Day[] {
  return step.dates.flatMap((text) =>
    parseDate(text).match(
      (date) => [dayOfEntries(date, entriesOn(step, text), services)],
      () => [],
    ),
  );
}

function dayOfEntries(date: LocalDate, entries: readonly Entry[], services: SentServices): Day {
  const clears = entries.filter(isClear);
  const periods = entries.filter((entry) => !isClear(entry));
  if (periods.length === 0) return dayOf(date, ['cleared']);
  const whole = clears.some(isEdge);
  return dayOf(date, [
    ...periods.map((entry) => `${times(entry)} ${services.letterOf(entry)}`.trimEnd()),
    ...(whole ? [] : clears.map((entry) => `cleared ${times(entry)}`)),
  ]);
}

function entriesOf(step: Step): readonly Entry[] {
  return step.type === 'replace-slots' ? step.body.slots : [];
}

function entriesOn({ body }: ReplaceSlots, date: string): readonly Entry[] {
  return body.slots.filter(({ start }) => start.startsWith(date));
}

function isClear({ address_services }: Entry): boolean {
  return address_services.length === 0;
}

/** Where nothing is known of a date, it is cleared from its first minute to its last. */
function isEdge({ start, end }: Entry): boolean {
  return start.slice(11, 16) === '00:00' || end.slice(11, 16) === '23:59';
}

function times({ start, end }: Entry): string {
  return `${start.slice(11, 16)}-${end.slice(11, 16)}`;
}

function wayOf({ address_services, insurance_accepted, insurance_providers }: Entry): string {
  return JSON.stringify([address_services, insurance_accepted, insurance_providers]);
}

/** A to Z, then AA, AB and so on. */
function letter(index: number): string {
  const own = String.fromCharCode(65 + (index % 26));
  return index < 26 ? own : letter(Math.floor(index / 26) - 1) + own;
}
