import type { DateEntries, SlotsEntry } from './entries.js';

/** The body of one PUT …/slots. */
export interface SlotsRequest {
  readonly slots: readonly SlotsEntry[];
}

/** How the dates of a calendar are spread over requests; a date is never spread over two. */
export type Split =
  | { readonly type: 'one-request' }
  | { readonly type: 'one-per-date' }
  /** A date with more entries than that gets a request of its own. */
  | { readonly type: 'most-entries'; readonly entries: number };

/** The requests that carry the entries of all dates, in their order; none where there are no entries. */
export function slotsRequests(
  dates: readonly DateEntries[],
  split: Split,
): readonly SlotsRequest[] {
  const most = entriesARequest(split);
  const requests: SlotsEntry[][] = [];
  let current: SlotsEntry[] | undefined;
  for (const { entries } of dates) {
    if (entries.length === 0) continue;
    if (current === undefined || current.length + entries.length > most) {
      current = [];
      requests.push(current);
    }
    for (const entry of entries) current.push(entry);
  }
  return requests.map((slots) => ({ slots }));
}

/** One request a date is the case in which nothing can be added to a request. */
function entriesARequest(split: Split): number {
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
