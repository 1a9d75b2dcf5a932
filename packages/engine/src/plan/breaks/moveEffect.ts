import type { ComputedCalendar } from '../../calendar/computedCalendar.js';
import type { WorkPeriod } from '../../calendar/configuration.js';
import { type Interval, intersect } from '../../interval/interval.js';
import { type IntervalSet, meets, subtract, union } from '../../interval/set.js';
import type { Instant } from '../../time/units.js';
import type { ChangedDate } from '../slots/changedDates.js';
import type { BreakMove } from './matchBreaks.js';

/**
 * Time that a move covers or uncovers inside one stretch that is not sent. A visit that meets it lies in
 * the stretch and is at most `longest` minutes.
 */
interface Piece extends Interval<number> {
  readonly stretch: Stretch;
}

interface Stretch extends Interval<number> {
  readonly longest: number;
}

/** What a move does to what can be booked. */
export interface MoveEffect {
  readonly move: BreakMove;
  readonly covers: readonly Piece[];
  readonly uncovers: readonly Piece[];
  /** It uncovers time of a changed date that may be bookable before that date is sent. */
  readonly exposesBefore: boolean;
  /** It covers time of a changed date that is bookable as soon as that date is sent. */
  readonly exposedAfter: boolean;
}

/**
 * What moves do. Time outside all work periods does not count; nor does, on a changed
 * date, time that is closed on the side of the sending on which it matters.
 */
export function moveEffects(
  moves: readonly BreakMove[],
  { dates, workPeriods }: Pick<ComputedCalendar, 'dates' | 'workPeriods'>,
  changed: readonly ChangedDate[],
  span: Interval<Instant>,
): readonly MoveEffect[] {
  if (moves.length === 0) return [];
  const sent = new Set(changed.map(({ date }) => date.date));
  const unsent = union(dates.filter(({ date }) => !sent.has(date)));
  const stretches: readonly Stretch[] = [
    // What is open outside the horizon is not known.
    { start: Number.NEGATIVE_INFINITY, end: span.start, longest: Number.POSITIVE_INFINITY },
    ...workPeriods.filter((period) => meets(unsent, period)).map(stretchOf),
    { start: span.end, end: Number.POSITIVE_INFINITY, longest: Number.POSITIVE_INFINITY },
  ];
  const before = union(changed.flatMap(({ openBefore }) => openBefore));
  const after = union(changed.flatMap(({ openAfter }) => openAfter));
  return moves.map((move) => {
    const from = union([move.from.time]);
    const to = union([move.to.time]);
    const covered = subtract(to, from);
    const uncovered = subtract(from, to);
    return {
      move,
      covers: pieces(covered, stretches),
      uncovers: pieces(uncovered, stretches),
      exposesBefore: uncovered.some((time) => meets(before, time)),
      exposedAfter: covered.some((time) => meets(after, time)),
    };
  });
}

function stretchOf({ start, end, configuration }: WorkPeriod): Stretch {
  return {
    start,
    end,
    longest: Math.max(...configuration.services.map(({ duration }) => duration)),
  };
}

function pieces(set: IntervalSet<Instant>, stretches: readonly Stretch[]): readonly Piece[] {
  return set.flatMap((time) =>
    stretches.flatMap((stretch): Piece[] => {
      const shared = intersect<number>(time, stretch);
      return shared === undefined ? [] : [{ ...shared, stretch }];
    }),
  );
}

/**
 * True if moving `first` before `second` could let a patient book a visit that neither the old breaks nor
 * the new ones allow: one that meets time that `first` uncovers and time that `second` is yet to cover.
 */
export function exposesBetween(first: MoveEffect, second: MoveEffect): boolean {
  return first.uncovers.some((free) =>
    second.covers.some(
      (late) => free.stretch === late.stretch && shortestAcross(free, late) <= free.stretch.longest,
    ),
  );
}

/** Minutes of the shortest visit that meets both. */
function shortestAcross(a: Piece, b: Piece): number {
  return Math.max(a.start, b.start) - Math.min(a.end, b.end) + 2;
}
