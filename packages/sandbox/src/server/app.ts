import { type Context, Hono, type Next } from 'hono';
import { invalid, notFound, Refusal } from '../answers/refusal.js';
import {
  jsonResponse,
  refusalResponse,
  SUCCESS_TYPE,
  thrownResponse,
} from '../answers/response.js';
import { spellHeaders } from '../answers/spellHeaders.js';
import type { Control } from '../control/control.js';
import { answerTokenRequest, readForm, TOKEN_PATH } from '../oauth/tokenEndpoint.js';
import { authenticate } from '../oauth/tokens.js';
import type { Operation, Reply } from '../operation/operation.js';
import { allRoutes } from '../routes/allRoutes.js';
import type { SandboxRuntime } from '../runtime/runtime.js';
import type { AppEnv } from './appEnv.js';
import { checkHost } from './checkCaller.js';
import { addControlRoutes } from './controlRoutes.js';
import { injectFault } from './injectFault.js';
import { recordRequest } from './recordRequest.js';

export const API_PATH = '/api/v3/integration';

/** All HTTP of a sandbox: the token endpoint, the API and the control interface. */
export function createApp(runtime: SandboxRuntime, control: Control, origin: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(finish(runtime));
  app.use(checkHost([runtime.options.host, ...runtime.options.allowedHosts]));
  app.use(`${API_PATH}/*`, recordRequest(runtime), injectFault(runtime), admit(runtime));
  app.use(TOKEN_PATH, recordRequest(runtime), injectFault(runtime));
  app.post(TOKEN_PATH, async (c) => {
    const form = await readForm(requireBody(c), c.req.header('Content-Type') ?? '');
    const authorization = c.req.header('Authorization') ?? null;
    return answerTokenRequest(runtime.grant, authorization, form, runtime.clock.now());
  });
  for (const { method, path, operation } of allRoutes) {
    app.on(method, `${API_PATH}${path}`, (c) => perform(runtime, origin, operation, c));
  }
  addControlRoutes(app, control, runtime.log);
  app.notFound(() => refusalResponse(notFound()));
  app.onError((error) => thrownResponse(error));
  return app;
}

/**
 * Answers have their headers spelled as documented, and carry the time of the sandbox's clock, which
 * X-RateLimit-Reset is told by too.
 */
function finish(runtime: SandboxRuntime) {
  return async (c: Context<AppEnv>, next: Next) => {
    await next();
    spellHeaders(c.res, c.env.outgoing);
    if (c.res.headers.has('Date')) return;
    c.res.headers.set('Date', new Date(runtime.clock.now()).toUTCString());
  };
}

/** Bearer token, then the limiter; both before the path is looked at. */
function admit(runtime: SandboxRuntime) {
  return async (c: Context<AppEnv>, next: Next) => {
    const now = runtime.clock.now();
    authenticate(runtime.grant.tokens, c.req.header('Authorization') ?? null, now);
    const { allowed, headers } = runtime.limiter.admit(c.req.method, now);
    if (!allowed) throw new Refusal(429, 'Too many requests', [], headers);
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}

function requireBody(c: Context<AppEnv>): string {
  const rawBody = c.get('rawBody');
  if (rawBody === null) throw invalid(['The body is too large.']);
  return rawBody;
}

/** Runs one operation on the current state. Nothing here waits, so no other request gets in between. */
function perform(
  runtime: SandboxRuntime,
  origin: string,
  operation: Operation,
  c: Context<AppEnv>,
): Response {
  const url = new URL(c.req.url);
  const reply = operation({
    state: runtime.state(),
    now: runtime.clock.now(),
    behaviour: runtime.options.behaviour,
    baseUrl: `${origin}${API_PATH}`,
    path: url.pathname,
    param: (name) => c.req.param(name) ?? '',
    query: url.searchParams,
    rawBody: requireBody(c),
  });
  runtime.setState(reply.state);
  return toResponse(reply);
}

function toResponse({ status, body, headers }: Reply): Response {
  if (body !== undefined) return jsonResponse(status, SUCCESS_TYPE, body, headers);
  const length = status === 204 ? {} : { 'Content-Length': '0' };
  return new Response(null, { status, headers: { ...headers, ...length } });
}
