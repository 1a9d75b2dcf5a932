import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { spellHeaders } from '../answers/spellHeaders.js';

/** Closes the connection without an answer. */
export function dropConnection(outgoing: ServerResponse): Response {
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Promises the whole body, sends its beginning and closes the connection; an empty answer is only dropped. */
export async function truncateBody(
  outgoing: ServerResponse,
  response: Response,
  bytes: number | undefined,
): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer());
  if (body.length === 0) return dropConnection(outgoing);
  const sent = body.subarray(0, Math.min(bytes ?? body.length >> 1, body.length - 1));
  spellHeaders(response, outgoing);
  const headers = Object.fromEntries(response.headers.entries());
  outgoing.writeHead(response.status, { ...headers, 'content-length': body.length });
  outgoing.flushHeaders();
  await new Promise<void>((resolve) => outgoing.write(sent, () => resolve()));
  return dropConnection(outgoing);
}
