import type { ResultAsync } from 'neverthrow';

/** GETs are counted apart from everything else (Docplanner API, section 13). */
export type CallKind = 'read' | 'write';

/** Why a limiter let a call not pass. */
export type NotAdmitted =
  /** Its turn would come later than its deadline; `retryAt` in milliseconds since the epoch. */
  { readonly type: 'rate-limited'; readonly retryAt: number } | { readonly type: 'aborted' };

/** How long a call can wait for its turn. */
export interface Wait {
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/** What an answer said about limits, in our clock's milliseconds since the epoch. */
export interface Observed {
  /** The X-RateLimit headers. */
  readonly window:
    | { readonly limit: number; readonly remaining: number; readonly resetAt: number }
    | undefined;
  /** A 429 closed the API until then. */
  readonly closedUntil: number | undefined;
}

/**
 * Decides when a call may be sent. A port: plug in a shared one where several processes use one client id.
 * For each admitted call `observe` is called exactly once, when it was answered or failed.
 */
export interface RateLimiter {
  readonly acquire: (kind: CallKind, wait: Wait) => ResultAsync<void, NotAdmitted>;
  readonly observe: (kind: CallKind, observed: Observed) => void;
}
