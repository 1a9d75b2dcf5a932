import type { ComputedCalendar, Instant } from '@slotwright/engine';
import type { PlacedSlots } from '../apply/verify/remoteCalendar.js';
import type { Causes } from './causes.js';
import type { Cause } from './report.js';

/** Services of one start that only one side offers, with what explains them. */
export interface SlotDifference {
  readonly start: Instant;
  /** Who offers anything at this start. */
  readonly at: 'document' | 'docplanner' | 'both';
  readonly missing: readonly string[];
  readonly hidden: Explained;
  readonly extra: readonly string[];
  readonly freed: Explained;
}

interface Explained {
  readonly services: readonly string[];
  readonly by: readonly Cause[];
}

/**
 * Compares slots from now on, start by start and service by service. A start that Docplanner shows without
 * saying for which services counts as shown for those that the document expects.
 */
export function slotDifferences(
  { slots, calendar }: Pick<ComputedCalendar, 'slots' | 'calendar'>,
  shown: PlacedSlots,
  causes: Causes,
  now: Instant,
): readonly SlotDifference[] {
  const wanted = new Map<Instant, readonly string[]>();
  for (const { start, addressServiceIds } of slots) {
    if (start >= now) wanted.set(start, addressServiceIds);
  }
  const rank = new Map<string, number>(
    calendar.services.map(({ addressServiceId }, index) => [addressServiceId, index]),
  );
  const rankOf = (id: string): number => rank.get(id) ?? rank.size;
  const without = (ids: readonly string[], others: readonly string[]): readonly string[] =>
    [...new Set(ids)].filter((id) => !others.includes(id)).sort((a, b) => rankOf(a) - rankOf(b));

  const starts = [...new Set([...wanted.keys(), ...shown.keys()])].sort((a, b) => a - b);
  return starts.flatMap((start): readonly SlotDifference[] => {
    const want = wanted.get(start);
    const have = shown.get(start)?.map(({ addressServiceId }) => addressServiceId);
    if (want !== undefined && have?.length === 0) return [];
    const lost = sortOut(start, without(want ?? [], have ?? []), causes.hiding);
    const found = sortOut(start, without(have ?? [], want ?? []), causes.freeing);
    const at = have === undefined ? 'document' : want === undefined ? 'docplanner' : 'both';
    const same = [lost.plain, lost.explained.services, found.plain, found.explained.services];
    if (at === 'both' && same.every(({ length }) => length === 0)) return [];
    return [
      {
        start,
        at,
        missing: lost.plain,
        hidden: lost.explained,
        extra: found.plain,
        freed: found.explained,
      },
    ];
  });
}

/** Parts the services of a start into those that something explains and the others. */
function sortOut(
  start: Instant,
  services: readonly string[],
  causesOf: Causes['hiding'],
): { readonly plain: readonly string[]; readonly explained: Explained } {
  const known = services.map((id) => ({ id, by: causesOf(start, id) }));
  const explained = known.filter(({ by }) => by.length > 0);
  const by = new Map(
    explained.flatMap((each) => each.by.map((one) => [`${one.type} ${one.id}`, one])),
  );
  return {
    plain: known.filter((each) => each.by.length === 0).map(({ id }) => id),
    explained: { services: explained.map(({ id }) => id), by: [...by.values()] },
  };
}
