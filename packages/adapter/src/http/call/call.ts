import type { Result, ResultAsync } from 'neverthrow';
import type { ClientError, Setback } from '../error/clientError.js';
import type { Method } from '../request/attempt.js';
import type { Path } from './path.js';
import type { Reader } from './read.js';

/** How a single call is bounded. */
export interface CallOptions {
  /** Ends the call and its waits; the error says whether it may have had its effect. */
  readonly signal?: AbortSignal;
  /** No wait for a rate limit ends later than this after the call began, in milliseconds. */
  readonly maxWaitMs?: number;
}

/** One operation of the API with its arguments, ready to be carried out. */
export interface CallSpec<T> {
  /** The API's name of the operation, such as `replaceSlots`. */
  readonly operation: string;
  readonly method: Method;
  /** An error where an argument must not be sent. */
  readonly path: Result<Path, Setback>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
  /** Whether the call may be sent again when it is unknown whether the first had its effect. */
  readonly repeat: 'safe' | 'never';
  /** Whether a success without a readable body is worth nothing. */
  readonly needs: 'body' | 'status';
  readonly read: Reader<T>;
}

/** Carries a call out, with token, limits and retries. */
export type Call = <T>(spec: CallSpec<T>, options?: CallOptions) => ResultAsync<T, ClientError>;

/** What is told of every request that was sent; nothing in it is secret or about a patient. */
export interface CallReport {
  /** The API's name of the operation, or `token`. */
  readonly operation: string;
  readonly method: Method;
  /** Without ids, query and host. */
  readonly path: string;
  /** Undefined when there was no answer. */
  readonly status: number | undefined;
  /** From sending to the end of the answer. */
  readonly ms: number;
  /** 1 for the first request of a call. */
  readonly attempt: number;
}
