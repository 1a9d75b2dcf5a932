import { err, ok, type Result } from 'neverthrow';
import type { Setback } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import type { Answer, Body } from './answer.js';
import { connectionFailure } from './connectionFailure.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One HTTP request, complete. */
export interface HttpRequest {
  readonly service: 'api' | 'token';
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Why an attempt was ended before it was over; undefined while it runs. */
type Ended = 'timeout' | 'aborted' | undefined;

/**
 * Sends a request once. Headers that arrived make an answer, even when the body breaks off. Redirects are
 * not followed: they could lead away from HTTPS, and turn a POST into a GET.
 */
export async function attempt(
  { fetch, timer }: Pick<Ports, 'fetch' | 'timer'>,
  { service, method, url, headers, body }: HttpRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Result<Answer, Setback>> {
  if (signal.aborted) return err({ type: 'aborted', outcome: 'not-done' });
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
    const { status } = response;
    return ok({ status, headers: response.headers, body: await readBody(response, () => ended) });
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

async function readBody(response: Response, ended: () => Ended): Promise<Body> {
  try {
    return { type: 'whole', text: await response.text() };
  } catch {
    return { type: 'broken', reason: ended() === 'timeout' ? 'timeout' : 'connection' };
  }
}
