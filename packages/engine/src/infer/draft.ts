import type { LocalDate } from '../time/units.js';
import type { DayOffer } from './dayOffer.js';
import type { Pattern } from './pattern.js';

/** A calendar as it is found, before it is written. */
export interface Draft {
  readonly patterns: readonly Pattern[];
  /** What dates have instead, in minutes after their first instant; none: closed. */
  readonly exceptions: ReadonlyMap<LocalDate, Exception>;
}

/** What one date has instead of its weekday's windows. */
export interface Exception {
  /** `override`: by the clock on the wall. `exact`: by times with an offset, for times that occur twice. */
  readonly form: 'override' | 'exact';
  readonly offers: readonly DayOffer[];
}

/** The windows of a draft, of patterns by how many dates they are for. */
export function allOffers({ patterns, exceptions }: Draft): readonly DayOffer[] {
  return [
    ...patterns.flatMap(({ offers, dates }) => dates.flatMap(() => offers)),
    ...[...exceptions.values()].flatMap(({ offers }) => offers),
  ];
}
