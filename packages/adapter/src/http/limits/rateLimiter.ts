import type { ResultAsync } from 'neverthrow';

/** GETs are counted apart from everything else (Docplanner API, section 13). */
export type CallKind = 'read' | 'write';

/** Why a limiter gave a call no turn. */
export type NotAdmitted =
  /** Its turn would come later than its deadline; `retryAt` in milliseconds since the epoch. */
  | { readonly type: 'rate-limited'; readonly retryAt: number }
  /** The signal ended the wait. */
  | { readonly type: 'aborted' };

/** A wait for a turn that has begun. */
export interface TurnWait {
  /** The earliest time at which a turn is given to anybody, in milliseconds since the epoch. */
  readonly until: number;
  /** Calls that are served before this one. */
  readonly before: number;
}

/** How long a call can wait for its turn. */
export interface Wait {
  /** Ends the wait. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Told when the call has to wait, and again when the time told has come and it still has to. */
  readonly onWait?: (wait: TurnWait) => void;
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
 * The right to send one request. Exactly one of its functions is called, once. Until then the turn counts,
 * and after its answer for as long as the limit's window is: the server counts when a request arrives, which
 * is at any time between sending and answer.
 */
export interface Turn {
  /** The request was answered, or failed. */
  readonly answered: (observed: Observed) => void;
  /** Nothing was sent after all. */
  readonly unused: () => void;
}

/** Decides when a call may be sent. A port: plug in a shared one where several processes use one client id. */
export interface RateLimiter {
  /** Resolves when the turn of a call has come. */
  readonly acquire: (kind: CallKind, wait: Wait) => ResultAsync<Turn, NotAdmitted>;
}
