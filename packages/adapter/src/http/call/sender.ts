import { err, ok, type Result } from 'neverthrow';
import type { Setback } from '../error/clientError.js';
import { NOTHING_OBSERVED, observedIn } from '../limits/observed.js';
import type { RateLimiter, Wait } from '../limits/rateLimiter.js';
import type { Clock } from '../options/ports.js';
import type { Answer } from '../request/answer.js';
import type { TokenSource } from '../token/tokenSource.js';
import type { CallSpec } from './call.js';
import type { Exchange } from './exchange.js';
import type { Path } from './path.js';

/** What an attempt of a call is made with. */
export interface SenderParts {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly exchange: Exchange;
  readonly tokens: TokenSource;
  readonly limiter: RateLimiter;
  readonly clock: Clock;
}

const ACCEPT =
  'application/vnd.docplanner+json, application/vnd.error+docplanner+json, application/json';

/** Makes one attempt of a call each time: token, turn, request; and a second request after the first 401. */
export function sender(
  { apiUrl, exchange, tokens, limiter, clock }: SenderParts,
  {
    operation,
    method,
    query,
    body,
  }: Pick<CallSpec<unknown>, 'operation' | 'method' | 'query' | 'body'>,
  { sent, template }: Path,
  wait: Wait,
): () => Promise<Result<Answer, Setback>> {
  const { signal } = wait;
  const kind = method === 'GET' ? 'read' : 'write';
  const search = new URLSearchParams(query).toString();
  const content = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const text = body === undefined ? undefined : JSON.stringify(body);
  let attempts = 0;
  let renewed = false;

  const once = async (): Promise<Result<{ answer: Answer; token: string }, Setback>> => {
    // Before its turn, so that a call does not hold its turn while the token is fetched.
    const early = await tokens.current(signal);
    if (early.isErr()) return err(early.error);
    const turn = await limiter.acquire(kind, wait);
    if (turn.isErr()) return err({ ...turn.error, outcome: 'not-done' });
    const token = await tokens.current(signal);
    if (token.isErr()) {
      limiter.observe(kind, NOTHING_OBSERVED);
      return err(token.error);
    }
    attempts += 1;
    const answer = await exchange(
      {
        service: 'api',
        method,
        url: `${apiUrl}${sent}${search === '' ? '' : `?${search}`}`,
        headers: { Accept: ACCEPT, Authorization: `Bearer ${token.value}`, ...content },
        body: text,
      },
      { operation, path: template, attempt: attempts },
      signal,
    );
    const observed = answer.map(({ status, headers }) => observedIn(status, headers, clock.now()));
    limiter.observe(kind, observed.unwrapOr(NOTHING_OBSERVED));
    return answer.map((value) => ({ answer: value, token: token.value }));
  };

  return async () => {
    const first = await once();
    if (first.isErr()) return err(first.error);
    const { answer, token } = first.value;
    if (answer.status !== 401 || renewed) return ok(answer);
    renewed = true;
    const fresh = await tokens.renew(token, signal);
    if (fresh.isErr()) return err(fresh.error);
    const second = await once();
    return second.map((value) => value.answer);
  };
}
