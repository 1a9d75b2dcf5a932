import type { Json } from './json.js';
import { Refusal } from './refusal.js';

/** Media types of the Docplanner API, section 2. */
export const SUCCESS_TYPE = 'application/vnd.docplanner+json; charset=UTF-8';
export const ERROR_TYPE = 'application/vnd.error+docplanner+json';

export function jsonResponse(
  status: number,
  type: string,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': type },
  });
}

/** A refusal as Docplanner words it; its 401 has no `errors`. */
export function refusalResponse(refusal: Refusal): Response {
  const { status, errors, message, headers } = refusal;
  const body = status === 401 ? { message } : { errors, message };
  return jsonResponse(status, ERROR_TYPE, body, headers);
}

/** Whatever was thrown as a response; only a bug of the sandbox itself becomes a 500. */
export function thrownResponse(thrown: unknown): Response {
  if (thrown instanceof Refusal) return refusalResponse(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return jsonResponse(500, ERROR_TYPE, { errors: [], message: `Sandbox bug: ${message}` });
}
