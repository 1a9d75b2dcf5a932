import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { CallFailure } from '../error/clientError.js';
import type { Clock } from '../options/ports.js';
import type { IssuedToken } from './readToken.js';

/** Where calls get their token from. */
export interface TokenSource {
  /** A token that has not expired: the one that is held, or a new one. */
  readonly current: (signal: AbortSignal) => ResultAsync<string, CallFailure>;
  /** A token other than the one that the API has just refused. */
  readonly renew: (refused: string, signal: AbortSignal) => ResultAsync<string, CallFailure>;
}

/** A token is renewed this long before it expires, or when a tenth of its life is left. */
const MARGIN_MS = 60_000;
/** Refused credentials are not tried again for so long: many token requests trip the firewall. */
const REFUSAL_LASTS_MS = 60_000;

/**
 * One token for all calls. Callers who need a new one at the same time share one request; it goes on when
 * one of them aborts, and its own timeout bounds it.
 */
export function tokenSource(
  request: () => Promise<Result<IssuedToken, CallFailure>>,
  clock: Clock,
): TokenSource {
  let held: { readonly value: string; readonly renewAt: number } | undefined;
  let refusal: { readonly failure: CallFailure; readonly until: number } | undefined;
  let pending: Promise<Result<string, CallFailure>> | undefined;

  const fetchToken = async (): Promise<Result<string, CallFailure>> => {
    const asked = clock.now();
    const result = await request();
    pending = undefined;
    if (result.isErr()) {
      const { error } = result;
      if (isRefusal(error)) refusal = { failure: error, until: clock.now() + REFUSAL_LASTS_MS };
      return err(error);
    }
    const { value, lifetimeMs } = result.value;
    held = { value, renewAt: asked + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 10) };
    return ok(value);
  };

  const obtain = (signal: AbortSignal): ResultAsync<string, CallFailure> => {
    if (refusal !== undefined && clock.now() < refusal.until) {
      return new ResultAsync(Promise.resolve(err(refusal.failure)));
    }
    pending ??= fetchToken();
    return new ResultAsync(unlessAborted(pending, signal));
  };

  return {
    current: (signal) =>
      held !== undefined && clock.now() < held.renewAt
        ? new ResultAsync(Promise.resolve(ok(held.value)))
        : obtain(signal),
    renew: (refused, signal) => {
      if (held?.value === refused) held = undefined;
      return held === undefined ? obtain(signal) : new ResultAsync(Promise.resolve(ok(held.value)));
    },
  };
}

function isRefusal({ type }: CallFailure): boolean {
  return type === 'unauthorized' || type === 'forbidden' || type === 'blocked-by-firewall';
}

async function unlessAborted<T>(
  pending: Promise<Result<T, CallFailure>>,
  signal: AbortSignal,
): Promise<Result<T, CallFailure>> {
  const aborted = err({ type: 'aborted', outcome: 'not-done' } as const);
  if (signal.aborted) return aborted;
  return new Promise((resolve) => {
    const onAbort = (): void => resolve(aborted);
    signal.addEventListener('abort', onAbort);
    void pending.then((result) => {
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    });
  });
}
