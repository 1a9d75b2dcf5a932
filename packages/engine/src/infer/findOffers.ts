import type { PublishedService } from '../calendar/template.js';
import { minutes } from '../time/units.js';
import { type DayOffer, offerKey } from './dayOffer.js';
import type { Evidence } from './evidence.js';

/** A window that shows the starts of some evidence from one on, and how many they are. */
interface Found {
  readonly offer: DayOffer;
  readonly count: number;
}

/**
 * The fewest windows that show what is evident: from the left, each as long as it can be. A window is cut by
 * Docplanner's rule, so that it ends with its last visit and starts on the grid of its durations; time hidden in
 * between does not end it. Where the durations that are said cannot be right, the step of the starts is taken
 * for them, and where that is not right either a start has a window of its own.
 */
export function findOffers(evidence: Evidence): readonly DayOffer[] {
  const offers: DayOffer[] = [];
  for (let at = 0; at < evidence.minutes.length; ) {
    const { offer, count } = longestFrom(evidence, at);
    const before = offers.at(-1);
    const found =
      before !== undefined && wouldMerge(before, offer)
        ? { offer: singleStart(evidence, at), count: 1 }
        : { offer, count };
    offers.push(found.offer);
    at += found.count;
  }
  return offers;
}

/** Windows that touch and offer the same are one to Docplanner, and the second loses its grid. */
function wouldMerge(before: DayOffer, next: DayOffer): boolean {
  return (
    before.end === next.start &&
    offerKey({ ...before, ...EMPTY }) === offerKey({ ...next, ...EMPTY })
  );
}

const EMPTY = { start: 0, end: 0 };

/** A window for each start: it shows exactly that, whatever is around it. */
export function singleOffers(evidence: Evidence): readonly DayOffer[] {
  return evidence.minutes.map((_, at) => singleStart(evidence, at));
}

function longestFrom(evidence: Evidence, at: number): Found {
  const asSaid = extended(evidence, at, undefined);
  const step = (evidence.minutes[at + 1] ?? 0) - (evidence.minutes[at] ?? 0);
  const byStep = step > 0 ? extended(evidence, at, step) : undefined;
  const best = (byStep?.count ?? 0) > (asSaid?.count ?? 0) ? byStep : asSaid;
  return best ?? { offer: singleStart(evidence, at), count: 1 };
}

/** The longest window from a start on, with the durations that are said or with one for all services. */
function extended(evidence: Evidence, at: number, duration: number | undefined): Found | undefined {
  const { minutes: starts } = evidence;
  const start = starts[at] ?? 0;
  const services = new Map<number, PublishedService>();
  let offer: DayOffer = { start, end: start, services: [] };
  /** Up to where the window shows what is evident, as long as its services stay the same. */
  let right: number | undefined;
  let best: Found | undefined;
  for (let next = at; next < starts.length; next += 1) {
    const minute = starts[next] ?? start;
    let end = offer.end;
    for (const said of evidence.services(minute)) {
      const service = duration === undefined ? said : { ...said, duration: minutes(duration) };
      const known = services.get(said.order);
      if (known !== undefined && known.duration !== service.duration) return best;
      if (known === undefined) right = undefined;
      services.set(said.order, service);
      end = Math.max(end, minute + service.duration);
    }
    if (end > evidence.last) return best;
    if (right === undefined) {
      offer = { start, end, services: [...services.values()].sort((a, b) => a.order - b.order) };
    } else offer = { ...offer, end };
    const following = starts[next + 1] ?? Number.POSITIVE_INFINITY;
    const from = right ?? start;
    const own = right === undefined ? starts.slice(at, next + 1) : [minute];
    const verdict = verdictOn(offer, evidence, from, own, following);
    if (verdict === 'never') return best;
    if (verdict === 'right' && end <= following) best = { offer, count: next + 1 - at };
    right = verdict === 'right' ? end : undefined;
  }
  return best;
}

/**
 * Whether a window shows these starts, and no others in which a visit ends after `checked`; `later` if a longer
 * one may do so.
 */
function verdictOn(
  { start, end, services }: DayOffer,
  evidence: Evidence,
  checked: number,
  starts: readonly number[],
  following: number,
): 'right' | 'later' | 'never' {
  const cell = services.reduce((step, { duration }) => commonDivisor(duration, step), 0);
  if (starts.some((minute) => (minute - start) % cell !== 0)) return 'later';
  let verdict: 'right' | 'later' = 'right';
  for (const { order, duration } of services) {
    const first = start + Math.max(0, Math.ceil((checked - duration - start) / cell)) * cell;
    for (let minute = first; minute + duration <= end; minute += cell) {
      if (evidence.shownRoom(minute, order) < duration) return 'never';
      if (evidence.absentRoom(minute, order) < duration) continue;
      if (minute + duration <= following) return 'never';
      verdict = 'later';
    }
  }
  return verdict;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** A window in which one start fits, and no other: its services take no longer than it lasts. */
function singleStart(evidence: Evidence, at: number): DayOffer {
  const start = evidence.minutes[at] ?? 0;
  const services = evidence.services(start);
  const room = services.map(({ order, duration }) =>
    Math.min(duration, evidence.shownRoom(start, order)),
  );
  const following = evidence.minutes[at + 1] ?? Number.POSITIVE_INFINITY;
  const length = Math.max(1, Math.min(...room, following - start, evidence.last - start));
  const duration = minutes(length);
  return {
    start,
    end: start + length,
    services: services.map((service) => ({ ...service, duration })),
  };
}
