import { jsonResponse } from '../answers/response.js';
import type { EpochMs } from '../time/zone.js';
import type { Tokens } from './tokens.js';

export const TOKEN_PATH = '/oauth/v2/token';

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The form of a token request as text fields, urlencoded or multipart; empty when it is neither. */
export async function readForm(body: string, contentType: string): Promise<URLSearchParams> {
  if (!contentType.startsWith('multipart/form-data')) return new URLSearchParams(body);
  const fields = new URLSearchParams();
  try {
    const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
    for (const [name, value] of form) if (typeof value === 'string') fields.set(name, value);
  } catch {
    return new URLSearchParams();
  }
  return fields;
}

/** Credentials of HTTP Basic, else of the form; null when there are none. */
function credentials(authorization: string | null, form: URLSearchParams): Client | null {
  const basic = /^basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [, clientId, clientSecret] =
      /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
    return { clientId: clientId ?? '', clientSecret: clientSecret ?? '' };
  }
  const [clientId, clientSecret] = [form.get('client_id'), form.get('client_secret')];
  return clientId === null || clientSecret === null ? null : { clientId, clientSecret };
}

function refuse(status: 400 | 401, error: string, message: string): Response {
  return jsonResponse(status, 'application/json', { error, error_description: message, message });
}

/** What the token endpoint gives out and to whom. */
export interface TokenGrant {
  readonly client: Client;
  readonly tokens: Tokens;
  readonly lifetimeSeconds: number;
}

/** POST /oauth/v2/token (Docplanner API, section 1): client credentials for a bearer token. */
export function answerTokenRequest(
  grant: TokenGrant,
  authorization: string | null,
  form: URLSearchParams,
  now: EpochMs,
): Response {
  const given = credentials(authorization, form);
  if (given === null) {
    return refuse(401, 'invalid_client', 'Authentication credentials could not be found.');
  }
  const { client } = grant;
  if (given.clientId !== client.clientId || given.clientSecret !== client.clientSecret) {
    return refuse(401, 'invalid_client', 'Invalid credentials.');
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return refuse(400, 'unsupported_grant_type', 'The grant type must be client_credentials.');
  }
  const scope = form.get('scope') ?? 'integration';
  if (scope !== 'integration')
    return refuse(400, 'invalid_scope', 'The scope must be integration.');
  return jsonResponse(200, 'application/json', {
    access_token: grant.tokens.issue(now),
    expires_in: grant.lifetimeSeconds,
    token_type: 'bearer',
    scope: null,
  });
}
