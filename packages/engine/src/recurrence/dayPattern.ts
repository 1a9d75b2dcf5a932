import type { LocalDate } from '../time/units.js';

/** The dates that a rule's BY-parts and INTERVAL give from its start, before COUNT and UNTIL. */
export interface DayPattern {
  /** Those from `from` through `through`, sorted; none is before the rule's start. */
  readonly within: (from: LocalDate, through: LocalDate) => readonly LocalDate[];
  /** How many are before `date`; may stop counting at `enough`. */
  readonly countBefore: (date: LocalDate, enough: number) => number;
}

/** BYSETPOS: the members of one period's sorted set at these positions, negative ones from its end. */
export function atPositions<T>(set: readonly T[], positions: readonly number[]): readonly T[] {
  if (positions.length === 0) return set;
  const wanted = new Set(
    positions.map((position) => (position > 0 ? position - 1 : set.length + position)),
  );
  return set.filter((_, index) => wanted.has(index));
}
