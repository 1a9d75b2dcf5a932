import { type Interval, intersect } from '../../interval/interval.js';
import { type IntervalSet, meets, subtract, union } from '../../interval/set.js';
import type { Instant } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { KnownCalendar } from '../known.js';
import type { PlacedBreak } from './knownBreaks.js';
import type { BreakMatches } from './matchBreaks.js';
import type { WantedBreak } from './wantedBreaks.js';

/**
 * Keeps breaks of ours over time beyond the horizon, on either side, that is known to be open and not over:
 * what the document says there is not computed, so a break that would leave it is cut to it instead, and is
 * looked at again when a horizon gets there.
 */
export function keepingBeyond(
  { missing, moved, stale }: BreakMatches,
  span: Interval<Instant>,
  now: Instant,
  known: KnownCalendar,
  iso: (instant: Instant) => string,
): BreakMatches {
  const reaching = [...stale, ...moved.map(({ from }) => from)].some(
    ({ time }) => time.start < span.start || time.end > span.end,
  );
  if (!reaching) return { missing, moved, stale };
  const open = openBeyond(span, now, known);
  const rests = ({ known: own, time }: PlacedBreak, to: readonly Interval<Instant>[]) =>
    [
      intersect(time, { start: time.start, end: span.start }),
      intersect(time, { start: span.end, end: time.end }),
    ].flatMap((beyond): WantedBreak[] => {
      if (beyond === undefined) return [];
      const left = subtract(union([beyond]), union(to));
      if (!left.some((piece) => meets(open, piece))) return [];
      const { source, description } = own;
      const body = { since: iso(beyond.start), till: iso(beyond.end), description };
      return [{ source, time: beyond, body }];
    });
  const created = [...missing];
  const movedOn = moved.map(({ from, to }) => {
    const [rest, ...others] = rests(from, [to.time]);
    if (rest === undefined) return { from, to };
    created.push(to, ...others);
    return { from, to: rest };
  });
  const gone = stale.filter((from) => {
    const [rest, ...others] = rests(from, []);
    if (rest === undefined) return true;
    created.push(...others);
    movedOn.push({ from, to: rest });
    return false;
  });
  return { missing: created, moved: movedOn, stale: gone };
}

/** Published time from now on that lies outside the horizon. */
function openBeyond(
  span: Interval<Instant>,
  now: Instant,
  { dates }: KnownCalendar,
): IntervalSet<Instant> {
  const times = Object.values(dates).flatMap((entries) =>
    entries.map(({ start, end }) => wireTime(start, end)),
  );
  const open = times.filter((time) => time !== undefined).filter(({ end }) => end > now);
  return subtract(union(open), union([span]));
}
