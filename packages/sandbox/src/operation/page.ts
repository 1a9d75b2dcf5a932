import type { Json } from '../answers/json.js';
import type { RequestContext } from './operation.js';
import { readInteger } from './requestBody.js';

/** A collection: whole without `page` in the query, one page with links otherwise (Docplanner API, section 2). */
export function page<T>(
  context: RequestContext,
  list: readonly T[],
  view: (entry: T) => Json,
): Json {
  const asked = context.query.get('page');
  if (asked === null) return { _items: list.map(view) };
  const number = readInteger(asked, 'page', 1, 1_000_000);
  const limit = readInteger(context.query.get('limit') ?? '100', 'limit', 1, 1000);
  const pages = Math.max(1, Math.ceil(list.length / limit));
  const link = (to: number) => {
    const query = new URLSearchParams(context.query);
    query.set('page', String(to));
    query.set('limit', String(limit));
    return { href: `${context.path}?${query}` };
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
