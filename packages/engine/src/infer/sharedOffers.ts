import { overlaps } from '../interval/interval.js';
import { type DayOffer, offerKey } from './dayOffer.js';
import { exceptionCost, type Pattern } from './pattern.js';

/**
 * The same patterns with as few different windows as there can be: where a window of another weekday shows the
 * same as a weekday's own, because bookings hide the difference, the one that more weekdays have is taken.
 */
export function withSharedOffers(patterns: readonly Pattern[]): readonly Pattern[] {
  let current = patterns;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const uses = usesOf(current);
    const next = current.map((pattern) => withPopular(pattern, uses));
    if (next.every((pattern, index) => pattern === current[index])) return current;
    current = next;
  }
  return current;
}

const MAX_ROUNDS = 5;

interface Use {
  readonly offer: DayOffer;
  count: number;
}

function usesOf(patterns: readonly Pattern[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const offer of patterns.flatMap(({ offers }) => offers)) {
    const use = uses.get(offerKey(offer)) ?? { offer, count: 0 };
    use.count += 1;
    uses.set(offerKey(offer), use);
  }
  return uses;
}

function withPopular(pattern: Pattern, uses: ReadonlyMap<string, Use>): Pattern {
  const popular = [...uses].sort(([, a], [, b]) => b.count - a.count);
  let changed = pattern;
  for (const [key, { offer, count }] of popular) {
    const replaced = changed.offers.filter((own) => overlaps(own, offer));
    if (replaced.length === 0 || replaced.some((own) => offerKey(own) === key)) continue;
    const isMorePopular = replaced.every((own) => (uses.get(offerKey(own))?.count ?? 0) < count);
    if (!isMorePopular && replaced.length < 2) continue;
    const kept = changed.offers.filter((own) => !replaced.includes(own));
    const offers = [...kept, offer].sort((a, b) => a.start - b.start);
    const { dates } = pattern;
    if (exceptionCost(offers, dates) > exceptionCost(changed.offers, dates)) continue;
    changed = { ...changed, offers };
  }
  return changed;
}
