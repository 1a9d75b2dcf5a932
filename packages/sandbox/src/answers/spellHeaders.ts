import type { ServerResponse } from 'node:http';

/** Headers of the API as its documentation spells them; some clients look for exactly that. */
const DOCUMENTED = [
  'Location',
  'Retry-After',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Used',
  'X-RateLimit-Reset',
];

/**
 * Moves documented headers of a response to where they keep their spelling on the wire: the web's `Headers` know
 * lower case only.
 */
export function spellHeaders(response: Response, outgoing: ServerResponse): void {
  for (const name of DOCUMENTED) {
    const value = response.headers.get(name);
    if (value === null) continue;
    response.headers.delete(name);
    outgoing.setHeader(name, value);
  }
}
