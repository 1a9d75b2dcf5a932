import type { Context, Next } from 'hono';
import { loggableBody } from '../log/loggableBody.js';
import { TOKEN_PATH } from '../oauth/tokenEndpoint.js';
import type { SandboxRuntime } from '../runtime/runtime.js';
import type { AppEnv } from './appEnv.js';

/** Reads the body, and writes the request into the log when it has been answered. */
export function recordRequest(runtime: SandboxRuntime) {
  return async (c: Context<AppEnv>, next: Next) => {
    const at = runtime.clock.now();
    const began = performance.now();
    const rawBody = await readBodyText(c.req.raw, runtime.options.maxBodyBytes);
    c.set('rawBody', rawBody);
    await next();
    const [path = '', query = ''] = (c.env.incoming.url ?? '').split(/\?(.*)/s);
    const sentStatus = c.get('sentStatus');
    const entry = {
      at,
      method: c.req.method,
      path,
      query,
      status: sentStatus === undefined ? c.res.status : sentStatus,
      durationMs: performance.now() - began,
      body: c.req.path === TOKEN_PATH ? null : loggableBody(rawBody ?? ''),
      bodyBytes: Buffer.byteLength(rawBody ?? ''),
    };
    runtime.log.add(entry);
    runtime.options.onRequest(entry);
  };
}

/**
 * The whole body as text; null when it is longer than `maxBytes`. A longer one is still read to its end, so that
 * the client gets to see the answer instead of a broken connection, but it is not kept.
 */
async function readBodyText(request: Request, maxBytes: number): Promise<string | null> {
  if (request.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<unknown> = request.body;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > maxBytes ? null : Buffer.concat(chunks).toString('utf8');
}
