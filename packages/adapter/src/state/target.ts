import type { Result } from 'neverthrow';
import type { InvalidOptions } from '../errors/clientError.js';
import { endpointsOf, type Server } from '../options/endpoints.js';

/**
 * What a state says it is about: the origin of a server, the same however the server is named.
 *
 * @example
 * targetOf({ domain: 'doctoralia.es' }) // => ok('https://www.doctoralia.es')
 */
export function targetOf(server: Server): Result<string, InvalidOptions> {
  return endpointsOf(server).map(({ api }) => new URL(api).origin);
}
