import type { Result } from 'neverthrow';
import type { InvalidOptions } from '../http/error/clientError.js';
import { endpointsOf, type Server } from '../http/options/endpoints.js';

/**
 * What a state says it is about: the origin of a server, the same however the server is named.
 *
 * @example
 * targetOf({ domain: 'doctoralia.es' }) // => ok('https://www.doctoralia.es')
 */
export function targetOf(server: Server): Result<string, InvalidOptions> {
  return endpointsOf(server).map(({ api }) => new URL(api).origin);
}
