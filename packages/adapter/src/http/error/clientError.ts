/** An option that the client cannot work with. */
export interface InvalidOptions {
  /** Of this kind of error. */
  readonly type: 'invalid-options';
  /** Its name. */
  readonly option: string;
  /** What it has to be; never repeats what was given. */
  readonly expected: string;
}

/**
 * What is known of the effect of a call that failed:
 * `not-done` it had none; `unknown` it may have had its effect, look before repeating it; `done` it had its
 * effect and only the answer could not be read.
 */
export type Outcome = 'not-done' | 'unknown' | 'done';

/** One entry of `errors` in a refusal. */
export interface FieldProblem {
  /** Where it is in what was sent, such as `slots[1].end`. */
  readonly path: string;
  /** Zero-based place in the `slots` that were sent. */
  readonly slotIndex: number | undefined;
  /** The entry of `slots` at that place, in the form it was sent. */
  readonly period: { readonly start: string; readonly end: string } | undefined;
  /** What the API says of it. */
  readonly texts: readonly string[];
}

/** The first id of a path that Docplanner does not know, or does not let the client see. */
export interface WrongId {
  /** Whose id is wrong; those before it are right. */
  readonly part: 'facility' | 'doctor' | 'address';
  /** As it was sent. */
  readonly facilityId: string;
  /** As it was sent; absent where the path names no doctor. */
  readonly doctorId?: string;
  /** As it was sent; absent where the path names no address. */
  readonly addressId?: string;
}

/**
 * Why a call failed. Messages are the API's own, and only those that it documents: of any other the length is
 * told (`an undocumented message (57 characters)`), because it may quote a patient. Nothing else of an answer
 * is kept.
 */
export type Failure =
  /** Over a limit, and waiting longer than allowed; `retryAt` in milliseconds since the epoch. */
  | { readonly type: 'rate-limited'; readonly retryAt: number }
  /** The credentials, or a fresh token, were refused. */
  | { readonly type: 'unauthorized'; readonly message: string }
  /** Known, and not ours; `wrongId` where it is an id of the path. */
  | { readonly type: 'forbidden'; readonly message: string; readonly wrongId?: WrongId }
  /** Not known; `wrongId` where it is an id of facility, doctor or address. */
  | { readonly type: 'not-found'; readonly message: string; readonly wrongId?: WrongId }
  /** Contradicts what is there. */
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
  /** The signal ended the call. */
  | { readonly type: 'aborted' }
  /** The caller's `beforeSend` refused. */
  | { readonly type: 'not-sent' }
  /** A page for people (captcha) from the firewall before the API; more calls make it worse. */
  | { readonly type: 'blocked-by-firewall'; readonly status: number }
  /** An argument that must not be sent, found before anything was sent. */
  | { readonly type: 'invalid-request'; readonly parameter: string; readonly expected: string };

/** A failure with what is known of the call's effect. */
export type CallFailure = Failure & { readonly outcome: Outcome };

/** What every call of the client returns when it fails; `operation` is the API's name of the call. */
export type ClientError = CallFailure & { readonly operation: string };
