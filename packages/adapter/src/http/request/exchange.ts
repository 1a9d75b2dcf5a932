import { err, type Result } from 'neverthrow';
import type { Answer } from '../answer/answer.js';
import type { CallFailure } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import { attempt, type HttpRequest, type Method } from './attempt.js';

/** What is told of every request that was sent; nothing in it is secret or about a patient. */
export interface CallReport {
  /** The API's name of the operation, or `token`. */
  readonly operation: string;
  /** Docplanner counts GETs apart from all others. */
  readonly method: Method;
  /** Without ids, query and host. */
  readonly path: string;
  /** Undefined when there was no answer. */
  readonly status: number | undefined;
  /** From sending to the end of the answer, in milliseconds. */
  readonly ms: number;
  /** 1 for the first request of a call. */
  readonly attempt: number;
  /** False when it certainly did not leave, because no connection could be made. */
  readonly sent: boolean;
}

/** Sends one request of a call. The requests of a call share the time that it has, and are counted. */
export type Exchange = (
  request: HttpRequest,
  signal: AbortSignal,
) => Promise<Result<Answer, CallFailure>>;

/** Begins a call that may take several requests. */
export type OpenExchange = (
  label: Pick<CallReport, 'operation' | 'path'>,
  onRequest?: (report: CallReport) => void,
) => Exchange;

/** What requests are sent with. */
export interface ExchangeSettings {
  /** For all requests of a call with their answers, waits not counted, in milliseconds. */
  readonly timeoutMs: number;
  readonly userAgent: string;
  /** Removed from answers. */
  readonly secrets: readonly string[];
  readonly onCall: (report: CallReport) => void;
}

export function exchanges(
  ports: Pick<Ports, 'fetch' | 'timer' | 'clock'>,
  { timeoutMs, userAgent, secrets, onCall }: ExchangeSettings,
): OpenExchange {
  return (label, onRequest = () => undefined) => {
    let left = timeoutMs;
    let attempts = 0;
    return async (request, signal) => {
      if (signal.aborted) return err({ type: 'aborted', outcome: 'not-done' });
      attempts += 1;
      const began = ports.clock.now();
      const complete = {
        ...request,
        headers: { ...request.headers, 'User-Agent': userAgent },
        secrets: [...secrets, ...request.secrets],
      };
      const result = await attempt(ports, complete, Math.max(1, left), signal);
      const ms = ports.clock.now() - began;
      left -= ms;
      const report: CallReport = {
        ...label,
        method: request.method,
        status: result.isOk() ? result.value.status : undefined,
        ms,
        attempt: attempts,
        sent: result.isOk() || result.error.outcome !== 'not-done',
      };
      tell(onCall, report);
      tell(onRequest, report);
      return result;
    };
  };
}

/** An observer that throws must not change what a call comes to. */
export function tell<T>(observer: (news: T) => void, news: T): void {
  try {
    observer(news);
  } catch {
    // Nobody else is interested.
  }
}
