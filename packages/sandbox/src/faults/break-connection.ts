import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** Closes the connection without an answer. */
export function dropConnection(outgoing: ServerResponse): Response {
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Promises the whole body, sends its beginning and closes the connection. */
export async function truncateBody(
  outgoing: ServerResponse,
  response: Response,
  bytes: number | undefined,
): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer());
  const sent = body.subarray(0, Math.min(bytes ?? Math.floor(body.length / 2), body.length));
  const headers = Object.fromEntries(response.headers.entries());
  outgoing.writeHead(response.status, { ...headers, 'content-length': Math.max(1, body.length) });
  await new Promise<void>((resolve) =>
    outgoing.write(sent.length > 0 ? sent : ' ', () => resolve()),
  );
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}
