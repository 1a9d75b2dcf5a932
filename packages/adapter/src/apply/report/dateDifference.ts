import type { Instant } from '@slotwright/engine';

/** A start at which patients can book, and what. */
export interface Start {
  /** With the offset of the calendar's zone: `2026-10-05T09:00:00+02:00`. */
  readonly start: string;
  /** Ids of address services, sorted. */
  readonly services: readonly string[];
}

/** How a date at Docplanner differs from what it should show. */
export interface DateDifference {
  /** Local to the calendar: `2026-10-05`. */
  readonly date: string;
  /** Starts, with services, that patients should see and do not. */
  readonly missing: readonly Start[];
  /** Starts, with services, that patients see and should not. */
  readonly extra: readonly Start[];
}

type Services = ReadonlyMap<Instant, readonly string[]>;

/**
 * How what is shown of a date differs from what should be; undefined if it does not. A start that is shown
 * without saying for which services counts as shown for those that it should be.
 */
export function dateDifference(
  date: string,
  wanted: Services,
  shown: Services,
  iso: (instant: Instant) => string,
): DateDifference | undefined {
  const missing = beyond(wanted, shown, iso);
  const extra = beyond(shown, wanted, iso);
  return missing.length + extra.length === 0 ? undefined : { date, missing, extra };
}

/** True if both show the same. */
export function sameVisible(a: Services, b: Services): boolean {
  return dateDifference('', a, b, String) === undefined;
}

/** What the first has and the second has not. */
function beyond(
  first: Services,
  second: Services,
  iso: (instant: Instant) => string,
): readonly Start[] {
  const starts = [...first].flatMap(([at, services]) => {
    const other = second.get(at);
    const untold = other !== undefined && (other.length === 0 || services.length === 0);
    const left = untold ? [] : services.filter((id) => other?.includes(id) !== true);
    const isMore = left.length > 0 || (services.length === 0 && other === undefined);
    return isMore ? [{ at, services: [...new Set(left)].sort() }] : [];
  });
  return starts
    .sort((a, b) => a.at - b.at)
    .map(({ at, services }) => ({ start: iso(at), services }));
}
