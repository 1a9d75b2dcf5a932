import { err, type Result } from 'neverthrow';
import type { Answer } from '../answer/answer.js';
import type { CallFailure } from '../error/clientError.js';
import { NOTHING_OBSERVED, observedIn } from '../limits/observed.js';
import type { RateLimiter, Turn, Wait } from '../limits/rateLimiter.js';
import type { Clock } from '../options/ports.js';
import type { HttpRequest } from '../request/attempt.js';
import type { Exchange } from '../request/exchange.js';
import type { TokenSource } from '../token/tokenSource.js';
import type { CallOptions, CallSpec } from './call.js';
import type { Path } from './path.js';

/** What an attempt of a call is made with. */
export interface SenderParts {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly tokens: TokenSource;
  readonly limiter: RateLimiter;
  readonly clock: Clock;
}

type Fence = () => ReturnType<NonNullable<CallOptions['beforeSend']>>;

/** Makes one attempt of a call each time: token, turn, request; and a second request after the first 401. */
export function sender(
  { apiUrl, tokens, limiter, clock }: SenderParts,
  spec: Pick<CallSpec<unknown>, 'method' | 'query' | 'body'>,
  path: Path,
  exchange: Exchange,
  wait: Wait,
  fence: Fence | undefined,
): () => Promise<Result<Answer, CallFailure>> {
  const { signal } = wait;
  const kind = spec.method === 'GET' ? 'read' : 'write';
  let renewed = false;

  /** The token is had before the turn, so that the turn is not held while it is fetched. */
  const turnWithToken = async (): Promise<
    Result<{ readonly turn: Turn; readonly token: string }, CallFailure>
  > => {
    const early = await tokens.current(signal);
    if (early.isErr()) return err(early.error);
    const turn = await limiter.acquire(kind, wait);
    if (turn.isErr()) return err({ ...turn.error, outcome: 'not-done' });
    const token = await tokens.current(signal);
    const refused = token.isErr() ? token.error : await refusalBy(fence);
    if (token.isErr() || refused !== undefined) turn.value.unused();
    if (refused !== undefined) return err(refused);
    return token.map((value) => ({ turn: turn.value, token: value }));
  };

  const send = async (turn: Turn, token: string): Promise<Result<Answer, CallFailure>> => {
    const answer = await exchange(requestOf(apiUrl, spec, path, token), signal);
    if (answer.isErr() && answer.error.outcome === 'not-done') turn.unused();
    else {
      const observed = answer.map(({ status, headers }) =>
        observedIn(status, headers, clock.now()),
      );
      turn.answered(observed.unwrapOr(NOTHING_OBSERVED));
    }
    return answer;
  };

  return async () => {
    const first = await turnWithToken();
    if (first.isErr()) return err(first.error);
    const answer = await send(first.value.turn, first.value.token);
    if (answer.isErr() || answer.value.status !== 401 || renewed) return answer;
    renewed = true;
    const fresh = await tokens.renew(first.value.token, signal);
    if (fresh.isErr()) return err(fresh.error);
    const second = await turnWithToken();
    return second.isErr() ? err(second.error) : send(second.value.turn, second.value.token);
  };
}

const ACCEPT =
  'application/vnd.docplanner+json, application/vnd.error+docplanner+json, application/json';

function requestOf(
  apiUrl: string,
  { method, query, body }: Pick<CallSpec<unknown>, 'method' | 'query' | 'body'>,
  { sent }: Path,
  token: string,
): HttpRequest {
  const search = new URLSearchParams(query).toString();
  return {
    service: 'api',
    method,
    url: `${apiUrl}${sent}${search === '' ? '' : `?${search}`}`,
    headers: {
      Accept: ACCEPT,
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    secrets: [token],
  };
}

/** One that throws refuses. */
async function refusalBy(fence: Fence | undefined): Promise<CallFailure | undefined> {
  const refused: CallFailure = { type: 'not-sent', outcome: 'not-done' };
  if (fence === undefined) return undefined;
  try {
    return (await fence()).match(
      () => undefined,
      () => refused,
    );
  } catch {
    return refused;
  }
}
