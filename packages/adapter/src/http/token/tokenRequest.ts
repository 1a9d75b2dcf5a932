import { err, type Result } from 'neverthrow';
import type { Exchange } from '../call/exchange.js';
import type { Failure, Setback } from '../error/clientError.js';
import { slidingWindow } from '../limits/slidingWindow.js';
import type { Ports } from '../options/ports.js';
import type { Answer } from '../request/answer.js';
import type { HttpRequest } from '../request/attempt.js';
import { persist } from '../retry/persist.js';
import { type IssuedToken, readToken } from './readToken.js';

/** No more token requests than this in any minute: more of them trip the firewall before the API. */
const MOST_A_MINUTE = 10;
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
  exchange: Exchange,
  ports: Pick<Ports, 'clock' | 'sleep' | 'random'>,
  maxWaitMs: number,
): () => Promise<Result<IssuedToken, Setback>> {
  const { signal } = new AbortController();
  const bound = slidingWindow(MOST_A_MINUTE, MINUTE);
  const request: HttpRequest = {
    service: 'token',
    method: 'POST',
    url,
    headers: { Authorization: authorization, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: FORM,
  };
  return async () => {
    let attempts = 0;
    const send = async (): Promise<Result<Answer, Setback>> => {
      const now = ports.clock.now();
      const next = bound.nextAt();
      if (next > now) return err({ type: 'rate-limited', retryAt: next, outcome: 'not-done' });
      bound.enter(now);
      attempts += 1;
      return exchange(request, { ...LABEL, attempt: attempts }, signal);
    };
    const persistence = {
      service: 'token',
      repeat: 'safe',
      needs: 'body',
      deadline: ports.clock.now() + maxWaitMs,
    } as const;
    const standing = await persist(send, persistence, ports, signal);
    return standing
      .andThen(({ answer }): Result<IssuedToken, Failure> => readToken(answer))
      .mapErr((failure) => ({ ...failure, outcome: 'not-done' as const }));
  };
}
