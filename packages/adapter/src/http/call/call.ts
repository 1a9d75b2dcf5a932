import type { Result, ResultAsync } from 'neverthrow';
import type { BodyReader } from '../answer/bodyReader.js';
import type { CallFailure, ClientError } from '../error/clientError.js';
import type { CallKind } from '../limits/rateLimiter.js';
import type { Method } from '../request/attempt.js';
import type { CallReport } from '../request/exchange.js';
import type { Path } from './path.js';

/** A wait of a call that has begun. */
export interface CallWait {
  /** `rate-limit`: for its turn, or because of a 429; `retry`: before it is repeated. */
  readonly reason: 'rate-limit' | 'retry';
  /** Of the call: reads and writes wait for limits of their own. */
  readonly kind: CallKind;
  /** Milliseconds since the epoch. The wait may go on after it, and is told again then. */
  readonly until: number;
  /** Calls that are served before this one. */
  readonly before: number;
}

/** How a single call is bounded and watched. */
export interface CallOptions {
  /** Ends the call and its waits; the error says whether it may have had its effect. */
  readonly signal?: AbortSignal;
  /** No wait for a rate limit ends later than this after the call began, in milliseconds. */
  readonly maxWaitMs?: number;
  /**
   * Asked for each request of the call once its turn has come, immediately before it leaves; told how long the
   * request may take, in milliseconds. On an error nothing is sent, and the call fails with `not-sent`.
   */
  readonly beforeSend?: (
    timeoutMs: number,
  ) => Promise<Result<unknown, unknown>> | ResultAsync<unknown, unknown>;
  /** Told of every request of the call, none for the token, when it is over. */
  readonly onRequest?: (report: CallReport) => void;
  /** Told of every wait of the call. */
  readonly onWait?: (wait: CallWait) => void;
}

/** One operation of the API with its arguments, ready to be carried out. */
export interface CallSpec<T> {
  /** The API's name of the operation, such as `replaceSlots`. */
  readonly operation: string;
  readonly method: Method;
  /** An error where an argument must not be sent. */
  readonly path: Result<Path, CallFailure>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
  /** Whether the call may be sent again when it is unknown whether the first had its effect. */
  readonly repeat: 'safe' | 'never';
  /** Whether a success without a readable body is worth nothing. */
  readonly needs: 'body' | 'status';
  readonly read: BodyReader<T>;
}

/** Carries a call out, with token, limits and retries. */
export type Call = <T>(spec: CallSpec<T>, options?: CallOptions) => ResultAsync<T, ClientError>;
