import { err, ok, type Result } from 'neverthrow';
import type { InvalidOptions } from '../error/clientError.js';

/** Where Docplanner is: a marketplace such as `doctoralia.es`, or any base URL, a sandbox's for instance. */
export type Server = { readonly domain: string } | { readonly baseUrl: string };

/** The two addresses of a server, without a slash at the end. */
export interface Endpoints {
  readonly api: string;
  readonly token: string;
}

const API_PATH = '/api/v3/integration';
const TOKEN_PATH = '/oauth/v2/token';
const DOMAIN = /^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The addresses of the API and of its token endpoint (Docplanner API, section 1). Anything but HTTPS is
 * refused unless the host is loopback, because the secret would travel in clear.
 */
export function endpointsOf(server: Server): Result<Endpoints, InvalidOptions> {
  if ('domain' in server) {
    return DOMAIN.test(server.domain)
      ? ok(endpoints(`https://www.${server.domain}`))
      : invalid('domain', 'a domain without https:// and www., such as doctoralia.es');
  }
  return readBaseUrl(server.baseUrl);
}

function readBaseUrl(text: string): Result<Endpoints, InvalidOptions> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol)) {
    return invalid('baseUrl', 'a URL such as https://www.doctoralia.es');
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return invalid('baseUrl', 'https:// (http:// is taken for loopback only, such as 127.0.0.1)');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return invalid('baseUrl', 'a URL without user, password, query and fragment');
  }
  const path = url.pathname.replace(/\/$/, '');
  if (path !== '' && path !== API_PATH) {
    return invalid('baseUrl', `a URL with no path, or with ${API_PATH}`);
  }
  return ok(endpoints(url.origin));
}

function endpoints(origin: string): Endpoints {
  return { api: `${origin}${API_PATH}`, token: `${origin}${TOKEN_PATH}` };
}

function invalid(option: string, expected: string): Result<never, InvalidOptions> {
  return err({ type: 'invalid-options', option, expected });
}
