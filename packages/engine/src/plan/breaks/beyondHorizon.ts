import { type Interval, intersect } from '../../interval/interval.js';
import { type IntervalSet, meets, subtract, union } from '../../interval/set.js';
import type { Instant } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { KnownCalendar } from '../known.js';
import type { PlacedBreak } from './knownBreaks.js';
import type { BreakMatches } from './matchBreaks.js';
import type { WantedBreak } from './wantedBreaks.js';

/**
 * Keeps breaks of ours over time beyond the horizon that is known to be open: what the document says
 * there is not computed, so a break that would leave it is cut to it instead, and is looked at again when
 * the horizon gets there.
 */
export function keepingBeyond(
  { missing, moved, stale }: BreakMatches,
  span: Interval<Instant>,
  known: KnownCalendar,
  iso: (instant: Instant) => string,
): BreakMatches {
  const reaching = [...stale, ...moved.map(({ from }) => from)].some(
    ({ time }) => time.end > span.end,
  );
  if (!reaching) return { missing, moved, stale };
  const open = openFrom(span.end, known);
  const rest = (from: PlacedBreak, to: readonly Interval<Instant>[]): WantedBreak | undefined => {
    const beyond = intersect(from.time, { start: span.end, end: from.time.end });
    if (beyond === undefined) return undefined;
    const left = subtract(union([beyond]), union(to));
    if (!left.some((piece) => meets(open, piece))) return undefined;
    const { source, description } = from.known;
    const body = { since: iso(beyond.start), till: iso(beyond.end), description };
    return { source, time: beyond, body };
  };
  const cut = [...stale.map((from) => ({ from, to: rest(from, []) }))];
  const kept = moved.map((move) => ({ ...move, rest: rest(move.from, [move.to.time]) }));
  return {
    missing: [...missing, ...kept.flatMap(({ to, rest }) => (rest === undefined ? [] : [to]))],
    moved: [
      ...kept.map(({ from, to, rest: beyond }) => ({ from, to: beyond ?? to })),
      ...cut.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }])),
    ],
    stale: cut.flatMap(({ from, to }) => (to === undefined ? [from] : [])),
  };
}

/** Published time from an instant on. */
function openFrom(instant: Instant, { dates }: KnownCalendar): IntervalSet<Instant> {
  const times = Object.values(dates).flatMap((entries) =>
    entries.map(({ start, end }) => wireTime(start, end)),
  );
  return union(times.filter((time) => time !== undefined).filter(({ end }) => end > instant));
}
