import type { Calendar, Step, SyncPlan } from '@slotwright/engine';
import { groupBy, serviceText } from '@slotwright/engine/plan';
import { list } from './wrapping.js';

type Entry = Extract<Step, { readonly type: 'replace-slots' }>['body']['slots'][number];

/** The services that a document has in a calendar; none where only a plan file is at hand. */
type KnownServices = Pick<Calendar, 'services'>['services'];

/** What work periods offer, with a letter for each way; no letter if there is only one way. */
export interface Offered {
  readonly letterOf: (entry: Entry) => string;
  readonly legend: (known: KnownServices, width: number) => readonly string[];
}

/** Gives the ways of offering services that a plan sends their letters, in the order in which they come. */
export function offeredBy({ steps }: Pick<SyncPlan, 'steps'>): Offered {
  const offers = steps.flatMap(entriesOf).filter((entry) => entry.address_services.length > 0);
  const ways = [...groupBy(offers, wayOf()).values()];
  const letters = new Map(
    ways.length > 1
      ? ways.flatMap((entries, index) => entries.map((entry) => [entry, letter(index)]))
      : [],
  );
  const letterOf = (entry: Entry): string => letters.get(entry) ?? '';
  return {
    letterOf,
    legend: (known, width) =>
      ways.flatMap(([entry]) => {
        if (entry === undefined) return [];
        const label = letterOf(entry) === '' ? '  ' : `  ${letterOf(entry)}  `;
        return list(label, describe(entry, known), width);
      }),
  };
}

/** `First visit (12345) 30 min`, `Follow-up (67890) 15+5 min`: a visit, and the buffer after it. */
function describe(entry: Entry, known: KnownServices): readonly string[] {
  const parts = entry.address_services.map(({ address_service_id: id, duration }) => {
    const buffer = known.find(({ addressServiceId }) => addressServiceId === id)?.bufferAfter ?? 0;
    const length = buffer === 0 ? `${duration}` : `${duration - buffer}+${buffer}`;
    return `${serviceText(id, known)} ${length} min`;
  });
  const { insurance_accepted: accepted, insurance_providers: providers = [] } = entry;
  if (accepted === undefined) return parts;
  const those = providers.length === 0 ? '' : ` (${providers.join(', ')})`;
  return [...parts, accepted.replaceAll('-', ' ') + those];
}

function entriesOf(step: Step): readonly Entry[] {
  return step.type === 'replace-slots' ? step.body.slots : [];
}

/** What tells ways of offering services apart; entries of one plan share their lists. */
function wayOf(): (entry: Entry) => string {
  const texts = new Map<Entry['address_services'], string>();
  return ({ address_services, insurance_accepted, insurance_providers, insurance_plans }) => {
    const services = texts.get(address_services) ?? JSON.stringify(address_services);
    texts.set(address_services, services);
    return services + JSON.stringify([insurance_accepted, insurance_providers, insurance_plans]);
  };
}

/** A to Z, then AA, AB and so on. */
function letter(index: number): string {
  const own = String.fromCharCode(65 + (index % 26));
  return index < 26 ? own : letter(Math.floor(index / 26) - 1) + own;
}
