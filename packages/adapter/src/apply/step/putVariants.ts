import { createHash } from 'node:crypto';
import type { SlotsEntry, SlotsRequest } from '@slotwright/engine/plan';
import type { RecentPut } from '../../state/calendarRecord.js';

/** Ways to write one entry: orders of its keys mean nothing in JSON. */
const ORDERS: readonly ((entry: SlotsEntry) => SlotsEntry)[] = [
  ({ start, end, address_services, ...rest }) => ({ start, end, address_services, ...rest }),
  ({ start, end, address_services, ...rest }) => ({ end, start, address_services, ...rest }),
  ({ start, end, address_services, ...rest }) => ({ start, address_services, end, ...rest }),
  ({ start, end, address_services, ...rest }) => ({ end, address_services, start, ...rest }),
  ({ start, end, address_services, ...rest }) => ({ address_services, start, end, ...rest }),
  ({ start, end, address_services, ...rest }) => ({ address_services, end, start, ...rest }),
];

/** A request to be sent, and what to remember of it. */
export interface Written {
  readonly request: SlotsRequest;
  readonly content: string;
  readonly variant: number;
}

/**
 * Writes a request so that Docplanner does not take it for one that it has had: it ignores a PUT whose bytes
 * came in the last three minutes, even where another PUT has undone it since. The first time a request is
 * written as it is; after that in other bytes that mean the same.
 */
export function written(request: SlotsRequest, recent: readonly RecentPut[]): Written {
  const content = digestOf(request);
  const used = recent.filter((put) => put.content === content).map(({ variant }) => variant);
  const variant = used.length === 0 ? 0 : Math.max(...used) + 1;
  return { request: variantOf(request, variant), content, variant };
}

/** When the last of the equal requests was sent; undefined if there was none. */
export function lastSent(content: string, recent: readonly RecentPut[]): number | undefined {
  return recent.filter((put) => put.content === content).at(-1)?.at;
}

/** The variant is a number in base six with a digit for each entry; there are 6 ** entries of them. */
export function variantOf({ slots }: SlotsRequest, variant: number): SlotsRequest {
  let rest = variant;
  return {
    slots: slots.map((entry) => {
      const order = ORDERS[rest % ORDERS.length];
      rest = Math.floor(rest / ORDERS.length);
      return order === undefined ? entry : order(entry);
    }),
  };
}

function digestOf(request: SlotsRequest): string {
  return createHash('sha256')
    .update(JSON.stringify(variantOf(request, 0)))
    .digest('base64url');
}
