/** An option that the client cannot work with; `expected` never repeats what was given. */
export interface InvalidOptions {
  readonly type: 'invalid-options';
  readonly option: string;
  readonly expected: string;
}

/**
 * What is known of the effect of a call that failed:
 * `not-done` it had none; `unknown` it may have had its effect, look before repeating it; `done` it had its
 * effect and only the answer could not be read.
 */
export type Outcome = 'not-done' | 'unknown' | 'done';

/** One entry of `errors` in a refusal, such as `slots[1].end`. */
export interface FieldProblem {
  readonly path: string;
  /** Zero-based place in the `slots` that were sent. */
  readonly slotIndex: number | undefined;
  /** The entry of `slots` at that place, in the form it was sent. */
  readonly period: { readonly start: string; readonly end: string } | undefined;
  readonly texts: readonly string[];
}

/** Why a call failed. Texts are the API's own messages, shortened; nothing else of an answer is kept. */
export type Failure =
  /** Over a limit, and waiting longer than allowed; `retryAt` in milliseconds since the epoch. */
  | { readonly type: 'rate-limited'; readonly retryAt: number }
  /** The credentials, or a fresh token, were refused. */
  | { readonly type: 'unauthorized'; readonly message: string }
  | { readonly type: 'forbidden'; readonly message: string }
  | { readonly type: 'not-found'; readonly message: string }
  | { readonly type: 'conflict'; readonly message: string }
  /** The API understood and refused; repeating the same call is useless. */
  | {
      readonly type: 'rejected';
      readonly status: number;
      readonly message: string;
      readonly fields: readonly FieldProblem[];
    }
  /** No usable answer, after all attempts that were safe to make. */
  | {
      readonly type: 'unreachable';
      readonly service: 'api' | 'token';
      readonly reason: 'timeout' | 'connection' | 'broken-answer' | 'server-error';
      /** A status or a system error code such as ECONNREFUSED; empty when there is none. */
      readonly detail: string;
    }
  /** An answer that the API does not document. */
  | { readonly type: 'unexpected-answer'; readonly status: number; readonly problem: string }
  | { readonly type: 'aborted' }
  /** A page for people (captcha) from the firewall before the API; more calls make it worse. */
  | { readonly type: 'blocked-by-firewall'; readonly status: number }
  /** An argument that must not be sent, found before anything was sent. */
  | { readonly type: 'invalid-request'; readonly parameter: string; readonly expected: string };

/** A failure with what is known of the call's effect. */
export type Setback = Failure & { readonly outcome: Outcome };

/** What every call of the client returns when it fails; `operation` is the API's name of the call. */
export type ClientError = Setback & { readonly operation: string };
