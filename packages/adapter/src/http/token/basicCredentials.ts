import { err, ok, type Result } from 'neverthrow';
import type { InvalidOptions } from '../error/clientError.js';

/** Printable, so that it fits a header. */
const CLIENT_ID = /^[\x21-\x39\x3b-\x7e]{1,500}$/;
const MAX_SECRET_LENGTH = 1000;

/**
 * The `Authorization` header of the token request (Docplanner API, section 1): HTTP Basic of the plain id and
 * secret. RFC 6749 would have both form-encoded first, which the token endpoint does not undo.
 */
export function basicCredentials(
  clientId: string,
  clientSecret: string,
): Result<string, InvalidOptions> {
  if (!CLIENT_ID.test(clientId)) {
    return invalid('clientId', 'a client id: printable characters without spaces and colons');
  }
  if (
    clientSecret === '' ||
    clientSecret.length > MAX_SECRET_LENGTH ||
    /\p{Cc}/u.test(clientSecret)
  ) {
    return invalid('clientSecret', 'a client secret: not empty, without line breaks');
  }
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`);
  return ok(`Basic ${btoa(String.fromCharCode(...bytes))}`);
}

function invalid(option: string, expected: string): Result<never, InvalidOptions> {
  return err({ type: 'invalid-options', option, expected });
}
