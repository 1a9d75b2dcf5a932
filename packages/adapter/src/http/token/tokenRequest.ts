import { err, type Result } from 'neverthrow';
import type { Answer } from '../answer/answer.js';
import type { CallFailure, Failure } from '../error/clientError.js';
import { slidingWindow } from '../limits/slidingWindow.js';
import type { Ports } from '../options/ports.js';
import type { HttpRequest } from '../request/attempt.js';
import type { OpenExchange } from '../request/exchange.js';
import { withRetries } from '../retry/withRetries.js';
import { type IssuedToken, readToken } from './readToken.js';

/** More token requests than this in a minute trip the firewall before the API. */
const MAX_PER_MINUTE = 10;
const MINUTE = 60_000;

const LABEL = { operation: 'token', path: '/oauth/v2/token' } as const;
const FORM = new URLSearchParams({
  grant_type: 'client_credentials',
  scope: 'integration',
}).toString();

/**
 * Asks for a token (Docplanner API, section 1), with the retries that any safe call has. Fails as
 * `rate-limited`, without sending, above 10 requests a minute. A failure says `not-done`: the call that
 * needs the token was not sent.
 */
export function tokenRequest(
  url: string,
  authorization: string,
  open: OpenExchange,
  ports: Pick<Ports, 'clock' | 'sleep' | 'random'>,
  maxWaitMs: number,
): () => Promise<Result<IssuedToken, CallFailure>> {
  const { signal } = new AbortController();
  const window = slidingWindow(MAX_PER_MINUTE, MINUTE);
  const request: HttpRequest = {
    service: 'token',
    method: 'POST',
    url,
    headers: { Authorization: authorization, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: FORM,
    secrets: [],
  };
  return async () => {
    const exchange = open(LABEL);
    const send = async (): Promise<Result<Answer, CallFailure>> => {
      const now = ports.clock.now();
      const retryAt = window.nextAt(now, 0);
      if (retryAt > now) return err({ type: 'rate-limited', retryAt, outcome: 'not-done' });
      const answer = await exchange(request, signal);
      window.answered(ports.clock.now());
      return answer;
    };
    const policy = {
      service: 'token',
      repeat: 'safe',
      needs: 'body',
      deadline: ports.clock.now() + maxWaitMs,
    } as const;
    const final = await withRetries(send, policy, ports, signal);
    return final
      .andThen(({ answer }): Result<IssuedToken, Failure> => readToken(answer))
      .mapErr((failure) => ({ ...failure, outcome: 'not-done' as const }));
  };
}
