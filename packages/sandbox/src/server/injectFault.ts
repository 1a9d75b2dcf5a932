import type { Context, Next } from 'hono';
import { dropConnection, truncateBody } from '../faults/breakConnection.js';
import type { Fault, FaultOutcome } from '../faults/fault.js';
import type { SandboxRuntime } from '../runtime/runtime.js';
import type { AppEnv } from './appEnv.js';

/** Lets a waiting fault that matches the request happen: before the request is looked at, or to its answer. */
export function injectFault(runtime: SandboxRuntime) {
  return async (c: Context<AppEnv>, next: Next) => {
    const path = (c.env.incoming.url ?? '').split('?', 1)[0] ?? '';
    const fault = runtime.faults.take(c.req.method, path);
    if (fault === null) return next();
    if (fault.delayMs !== undefined) await runtime.options.sleep(fault.delayMs);
    if (fault.outcome === undefined) return next();
    if (takesPlace(fault)) await next();
    const response = await broken(c, fault.outcome);
    // Replaced as it is, the old response would leave its headers to the new one.
    c.res = undefined;
    c.res = response;
  };
}

function takesPlace(fault: Fault): boolean {
  return fault.when === 'after' || fault.outcome?.type === 'truncate';
}

async function broken(c: Context<AppEnv>, outcome: FaultOutcome): Promise<Response> {
  if (outcome.type === 'status') {
    const { status, headers, body } = outcome;
    const empty = status === 204 || status === 205 || status === 304;
    return new Response(empty ? null : (body ?? ''), { status, headers: { ...headers } });
  }
  const { outgoing } = c.env;
  const { status } = c.res;
  const response =
    outcome.type === 'drop'
      ? dropConnection(outgoing)
      : await truncateBody(outgoing, c.res, outcome.bytes);
  c.set('sentStatus', outgoing.headersSent ? status : null);
  return response;
}
