import type { Call } from '../server/operation.js';
import { readInteger } from '../server/request-body.js';
import type { Json } from '../state/json.js';

/** A collection: whole without `page` in the query, one page with links otherwise (Docplanner API, section 2). */
export function page<T>(call: Call, list: readonly T[], view: (entry: T) => Json): Json {
  const asked = call.query.get('page');
  if (asked === null) return { _items: list.map(view) };
  const number = readInteger(asked, 'page', 1, 1_000_000);
  const limit = readInteger(call.query.get('limit') ?? '100', 'limit', 1, 1000);
  const pages = Math.max(1, Math.ceil(list.length / limit));
  const link = (to: number) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    query.set('limit', String(limit));
    return { href: `${call.path}?${query}` };
  };
  return {
    page: number,
    limit,
    pages,
    total: list.length,
    _links: {
      self: link(number),
      first: link(1),
      last: link(pages),
      ...(number < pages && { next: link(number + 1) }),
      ...(number > 1 && { previous: link(Math.min(number - 1, pages)) }),
    },
    _items: list.slice((number - 1) * limit, number * limit).map(view),
  };
}
