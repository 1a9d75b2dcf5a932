import { randomBytes } from 'node:crypto';
import { type Limits, noLimits } from '../limits/limits.js';
import type { LoggedRequest } from '../log/requestLog.js';
import { defaultSeed } from '../seed/defaultSeed.js';
import type { SandboxSeed } from '../seed/seed.js';
import type { EpochMs } from '../time/zone.js';
import { type Behaviour, type Profile, profiles } from './behaviour.js';

/** How a sandbox is started; everything has a default. */
export interface SandboxOptions {
  /** Default 127.0.0.1: reachable from this machine only. */
  readonly host?: string;
  /**
   * Names besides loopback's, `host` and the address at which a request arrives by which it may be called, such as
   * that of a container; requests with another `Host` are answered with 403. Default none.
   */
  readonly allowedHosts?: readonly string[];
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `strict`: what passes there should pass anywhere. */
  readonly profile?: Profile;
  /** Single behaviours other than the profile's. */
  readonly behaviour?: Partial<Behaviour>;
  /** Default: a small clinic of its own in Madrid. */
  readonly seed?: SandboxSeed;
  /** Milliseconds since the epoch; default the machine's clock. */
  readonly now?: () => EpochMs;
  /** Waits so many milliseconds (only faults with a delay do); default a timer. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Makes an access token; default 40 random hex digits. */
  readonly newToken?: () => string;
  /** Default `sandbox`. */
  readonly clientId?: string;
  /** Default `sandbox-secret`. */
  readonly clientSecret?: string;
  /** Seconds for which a token is valid; default 3600. */
  readonly tokenLifetimeSeconds?: number;
  /** Default: none; `documentedLimits` holds Docplanner's. */
  readonly limits?: Partial<Limits>;
  /** How many requests the log keeps, default 1000; fewer when their bodies exceed 4 MiB together. */
  readonly logSize?: number;
  /** Longer bodies are answered with 400; default 5 MiB. */
  readonly maxBodyBytes?: number;
  /** Called after each request with what was logged of it. */
  readonly onRequest?: (request: LoggedRequest) => void;
}

export type ResolvedOptions = Required<Omit<SandboxOptions, 'profile' | 'behaviour' | 'limits'>> & {
  readonly behaviour: Behaviour;
  readonly limits: Limits;
};

/** Options with every default filled in. */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  return {
    host: options.host ?? '127.0.0.1',
    allowedHosts: options.allowedHosts ?? [],
    port: options.port ?? 0,
    behaviour: { ...profiles[options.profile ?? 'strict'], ...options.behaviour },
    seed: options.seed === undefined ? defaultSeed : options.seed,
    now: options.now ?? Date.now,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    newToken: options.newToken ?? (() => randomBytes(20).toString('hex')),
    clientId: options.clientId ?? 'sandbox',
    clientSecret: options.clientSecret ?? 'sandbox-secret',
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 3600,
    limits: { ...noLimits, ...options.limits },
    logSize: options.logSize ?? 1000,
    maxBodyBytes: options.maxBodyBytes ?? 5 * 1024 * 1024,
    onRequest: options.onRequest ?? (() => undefined),
  };
}
