import { err, ok, type Result } from 'neverthrow';
import { type Answer, type Body, readBody } from '../answer/answer.js';
import type { CallFailure } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import { connectionFailure } from './connectionFailure.js';

/** The HTTP methods of the API. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One HTTP request, complete. */
export interface HttpRequest {
  readonly service: 'api' | 'token';
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Removed from the answer, should it quote them. */
  readonly secrets: readonly string[];
}

/** Why an attempt was ended before it was over; undefined while it runs. */
type Ended = 'timeout' | 'aborted' | undefined;

/**
 * Sends a request once; `timeoutMs` bounds all of it, from connecting to the last byte of the answer. Headers
 * that arrived make an answer, even when the body breaks off. Redirects are not followed: they could lead
 * away from HTTPS, and turn a POST into a GET.
 */
export async function attempt(
  { fetch, timer }: Pick<Ports, 'fetch' | 'timer'>,
  { service, method, url, headers, body, secrets }: HttpRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Result<Answer, CallFailure>> {
  const controller = new AbortController();
  let ended: Ended;
  const end = (why: Ended): void => {
    ended ??= why;
    controller.abort();
  };
  const onAbort = (): void => end('aborted');
  const cancelTimer = timer(timeoutMs, () => end('timeout'));
  signal.addEventListener('abort', onAbort);
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: controller.signal,
    });
    const read = await bodyOf(response, secrets, () => ended);
    if (read.type === 'too-long') controller.abort();
    return ok({ status: response.status, headers: response.headers, body: read });
  } catch (thrown) {
    if (ended === 'aborted') return err({ type: 'aborted', outcome: 'unknown' });
    if (ended === 'timeout') {
      return err({
        type: 'unreachable',
        service,
        reason: 'timeout',
        detail: '',
        outcome: 'unknown',
      });
    }
    const { code, outcome } = connectionFailure(thrown);
    return err({ type: 'unreachable', service, reason: 'connection', detail: code, outcome });
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', onAbort);
  }
}

async function bodyOf(
  response: Response,
  secrets: readonly string[],
  ended: () => Ended,
): Promise<Body> {
  try {
    return await readBody(response, secrets);
  } catch {
    return { type: 'broken', reason: ended() === 'timeout' ? 'timeout' : 'connection' };
  }
}
