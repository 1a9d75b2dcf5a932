import type { Context, Next } from 'hono';
import { dropConnection, truncateBody } from '../faults/break-connection.js';
import type { Fault, FaultOutcome } from '../faults/fault.js';
import type { AppEnv } from './app.js';
import type { Desk } from './desk.js';

/** Lets a waiting fault that matches the request happen: before the request is looked at, or to its answer. */
export function injectFault(desk: Desk) {
  return async (c: Context<AppEnv>, next: Next) => {
    const path = (c.env.incoming.url ?? '').split('?', 1)[0] ?? '';
    const fault = desk.faults.take(c.req.method, path);
    if (fault === null) return next();
    if (fault.delayMs !== undefined) await desk.options.sleep(fault.delayMs);
    if (fault.outcome === undefined) return next();
    if (takesPlace(fault)) await next();
    c.res = await broken(c, fault.outcome);
  };
}

function takesPlace(fault: Fault): boolean {
  return fault.when === 'after' || fault.outcome?.type === 'truncate';
}

async function broken(c: Context<AppEnv>, outcome: FaultOutcome): Promise<Response> {
  if (outcome.type === 'truncate') return truncateBody(c.env.outgoing, c.res, outcome.bytes);
  if (outcome.type === 'drop') {
    c.set('dropped', true);
    return dropConnection(c.env.outgoing);
  }
  const { status, headers, body } = outcome;
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : (body ?? ''), { status, headers: { ...headers } });
}
