import type { Shown, Start } from './shown.js';

/** How a date at Docplanner differs from what it should show. */
export interface DateDifference {
  readonly date: string;
  /** Starts, with services, that patients should see and do not. */
  readonly missing: readonly Start[];
  /** Starts, with services, that patients see and should not. */
  readonly extra: readonly Start[];
}

/** The difference between what should be shown and what is; undefined if there is none. */
export function differenceOf(
  date: string,
  wanted: Shown,
  shown: Shown,
): DateDifference | undefined {
  const missing = beyond(wanted, shown);
  const extra = beyond(shown, wanted);
  return missing.length + extra.length === 0 ? undefined : { date, missing, extra };
}

/** True if both show the same. */
export function same(a: Shown, b: Shown): boolean {
  return differenceOf('', a, b) === undefined;
}

/** What the first has and the second has not. */
function beyond(first: Shown, second: Shown): readonly Start[] {
  return [...first].flatMap(([at, { start, services }]): Start[] => {
    const other = new Set(second.get(at)?.services ?? []);
    const left = services.filter((id) => !other.has(id));
    return left.length === 0 ? [] : [{ start, services: left }];
  });
}
