import type { DateEntries, SlotsEntry } from './entries.js';

/** The body of one PUT …/slots. */
export interface SlotsRequest {
  /** By start; they never overlap. */
  readonly slots: readonly SlotsEntry[];
}

/** How the dates of a calendar are spread over requests; a date is never spread over two. */
export type Split =
  | { readonly type: 'one-request' }
  | { readonly type: 'one-per-date' }
  /** A date with more entries than that gets a request of its own. */
  | { readonly type: 'most-entries'; readonly entries: number };

/** The request that carries the entries of some dates. */
export function slotsRequest(dates: readonly DateEntries[]): SlotsRequest {
  const slots: SlotsEntry[] = [];
  for (const { entries } of dates) for (const entry of entries) slots.push(entry);
  return { slots };
}

/** The dates that have entries, by the request that carries them. */
export function datesByRequest<D extends DateEntries>(
  dates: readonly D[],
  split: Split,
): readonly (readonly D[])[] {
  const most = entriesPerRequest(split);
  const requests: D[][] = [];
  let current: D[] | undefined;
  let count = 0;
  for (const date of dates) {
    const { length } = date.entries;
    if (length === 0) continue;
    if (current === undefined || count + length > most) {
      current = [];
      count = 0;
      requests.push(current);
    }
    current.push(date);
    count += length;
  }
  return requests;
}

/** One request a date is the case in which nothing can be added to a request. */
function entriesPerRequest(split: Split): number {
  switch (split.type) {
    case 'one-request':
      return Number.POSITIVE_INFINITY;
    case 'one-per-date':
      return 0;
    case 'most-entries':
      return split.entries;
    default:
      return split satisfies never;
  }
}
