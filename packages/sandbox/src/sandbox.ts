import { type Control, createControl } from './control/control.js';
import { createFaultQueue } from './faults/faultQueue.js';
import { createLimiter } from './limits/limiter.js';
import { createRequestLog, type LoggedRequest } from './log/requestLog.js';
import { TOKEN_PATH } from './oauth/tokenEndpoint.js';
import { createTokens } from './oauth/tokens.js';
import { resolveOptions, type SandboxOptions } from './options/options.js';
import { createClock } from './runtime/clock.js';
import { createRuntime } from './runtime/runtime.js';
import { seedProblems } from './seed/checkSeed.js';
import { type SeedIds, seedIds } from './seed/seedIds.js';
import { API_PATH, createApp } from './server/app.js';
import { CONTROL_PATH } from './server/controlRoutes.js';
import { listen, originOf, serve, shut } from './server/listen.js';
import { initialState } from './state/initialState.js';

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Base URL of the API, `{url}/api/v3/integration`. */
  readonly baseUrl: string;
  /** `{url}/oauth/v2/token` */
  readonly tokenUrl: string;
  /** Base URL of the control interface, `{url}/_sandbox`. */
  readonly controlUrl: string;
  /** For the token endpoint. */
  readonly clientId: string;
  /** For the token endpoint. */
  readonly clientSecret: string;
  /** Every id that the seed holds, with names, to show and to look up. */
  readonly ids: SeedIds;
  /** The last requests, oldest first. */
  requestLog(): readonly LoggedRequest[];
  /** The control interface in-process. */
  readonly control: Control;
  /** Frees the port; open connections are ended. */
  close(): Promise<void>;
}

/**
 * Starts a Docplanner on localhost and resolves when it listens. Rejects when the port cannot be had
 * (`EADDRINUSE`), or when the seed is wrong, with every problem in the message.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const resolved = resolveOptions(options);
  const { seed, clientId, clientSecret, tokenLifetimeSeconds: lifetimeSeconds } = resolved;
  const problems = seedProblems(seed);
  if (problems.length > 0) throw new Error(`The sandbox's seed is wrong: ${problems.join('; ')}`);
  const initial = initialState(seed);
  const tokens = createTokens(lifetimeSeconds * 1000, resolved.newToken);
  const runtime = createRuntime(
    {
      options: resolved,
      clock: createClock(resolved.now),
      grant: { client: { clientId, clientSecret }, tokens, lifetimeSeconds },
      limiter: createLimiter(resolved.limits, seed.zone),
      faults: createFaultQueue(),
      log: createRequestLog(resolved.logSize),
    },
    initial,
  );
  const control = createControl(runtime, initial);
  const server = await listen(resolved.host, resolved.port);
  const url = originOf(server, resolved.host);
  serve(server, createApp(runtime, control, url));
  return {
    url,
    baseUrl: `${url}${API_PATH}`,
    tokenUrl: `${url}${TOKEN_PATH}`,
    controlUrl: `${url}${CONTROL_PATH}`,
    clientId,
    clientSecret,
    ids: seedIds(seed),
    requestLog: runtime.log.entries,
    control,
    close: () => shut(server),
  };
}
