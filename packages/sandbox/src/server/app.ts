import { type Context, Hono, type Next } from 'hono';
import type { Control } from '../control/control.js';
import { addControlRoutes } from '../control/control-routes.js';
import { loggableBody } from '../log/loggable-body.js';
import { authenticate } from '../oauth/authenticate.js';
import { answerTokenRequest, readForm } from '../oauth/token-endpoint.js';
import { allRoutes } from '../routes/all-routes.js';
import { jsonResponse, refusalResponse, SUCCESS_TYPE, thrownResponse } from './answers.js';
import type { AppEnv } from './app-env.js';
import type { Desk } from './desk.js';
import { injectFault } from './inject-fault.js';
import type { Operation, Reply } from './operation.js';
import { readBodyText } from './read-body.js';
import { invalid, notFound, Refusal } from './refusal.js';

export const API_PATH = '/api/v3/integration';
export const TOKEN_PATH = '/oauth/v2/token';

/** All HTTP of a sandbox: the token endpoint, the API and the control interface. */
export function createApp(desk: Desk, control: Control, origin: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(stamp(desk));
  app.use(`${API_PATH}/*`, record(desk), injectFault(desk), admit(desk));
  app.use(TOKEN_PATH, record(desk), injectFault(desk));
  app.post(TOKEN_PATH, async (c) => {
    const form = await readForm(requireBody(c), c.req.header('Content-Type') ?? '');
    const authorization = c.req.header('Authorization') ?? null;
    return answerTokenRequest(desk.grant, authorization, form, desk.clock.now());
  });
  for (const { method, path, operation } of allRoutes) {
    app.on(method, `${API_PATH}${path}`, (c) => perform(desk, origin, operation, c));
  }
  addControlRoutes(app, control, desk.log);
  app.notFound(() => refusalResponse(notFound()));
  app.onError((error) => thrownResponse(error));
  return app;
}

/** Answers carry the time of the sandbox's clock, which X-RateLimit-Reset is told by too. */
function stamp(desk: Desk) {
  return async (c: Context<AppEnv>, next: Next) => {
    await next();
    if (c.res.headers.has('Date')) return;
    c.res.headers.set('Date', new Date(desk.clock.now()).toUTCString());
  };
}

/** Reads the body, and writes the request into the log when it has been answered. */
function record(desk: Desk) {
  return async (c: Context<AppEnv>, next: Next) => {
    const at = desk.clock.now();
    const began = performance.now();
    const rawBody = await readBodyText(c.req.raw, desk.options.maxBodyBytes);
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
    desk.log.add(entry);
    desk.options.onRequest(entry);
  };
}

/** Bearer token, then the limiter; both before the path is looked at. */
function admit(desk: Desk) {
  return async (c: Context<AppEnv>, next: Next) => {
    const now = desk.clock.now();
    authenticate(desk.grant.tokens, c.req.header('Authorization') ?? null, now);
    const { allowed, headers } = desk.limiter.admit(c.req.method, now);
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

/** Runs one operation on the current world. Nothing here waits, so no other request gets in between. */
function perform(desk: Desk, origin: string, operation: Operation, c: Context<AppEnv>): Response {
  const url = new URL(c.req.url);
  const reply = operation({
    world: desk.world(),
    now: desk.clock.now(),
    behaviour: desk.options.behaviour,
    baseUrl: `${origin}${API_PATH}`,
    path: url.pathname,
    param: (name) => c.req.param(name) ?? '',
    query: url.searchParams,
    rawBody: requireBody(c),
  });
  desk.keep(reply.world);
  return toResponse(reply);
}

function toResponse({ status, body, headers }: Reply): Response {
  if (body !== undefined) return jsonResponse(status, SUCCESS_TYPE, body, headers);
  const length = status === 204 ? {} : { 'Content-Length': '0' };
  return new Response(null, { status, headers: { ...headers, ...length } });
}
