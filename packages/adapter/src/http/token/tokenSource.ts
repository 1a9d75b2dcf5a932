import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { Setback } from '../error/clientError.js';
import type { Clock } from '../options/ports.js';
import type { IssuedToken } from './readToken.js';

/** Where calls get their token from. */
export interface TokenSource {
  /** A token that has not expired: the one that is held, or a new one. */
  readonly current: (signal: AbortSignal) => ResultAsync<string, Setback>;
  /** A token other than the one that the API has just refused. */
  readonly renew: (refused: string, signal: AbortSignal) => ResultAsync<string, Setback>;
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
  request: () => Promise<Result<IssuedToken, Setback>>,
  clock: Clock,
): TokenSource {
  let held: { readonly value: string; readonly renewAt: number } | undefined;
  let refusal: { readonly setback: Setback; readonly until: number } | undefined;
  let flight: Promise<Result<string, Setback>> | undefined;

  const fetchToken = async (): Promise<Result<string, Setback>> => {
    const asked = clock.now();
    const result = await request();
    flight = undefined;
    if (result.isErr()) {
      const { error } = result;
      if (isRefusal(error)) refusal = { setback: error, until: clock.now() + REFUSAL_LASTS_MS };
      return err(error);
    }
    const { value, lifetimeMs } = result.value;
    held = { value, renewAt: asked + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 10) };
    return ok(value);
  };

  const obtain = (signal: AbortSignal): ResultAsync<string, Setback> => {
    if (refusal !== undefined && clock.now() < refusal.until) {
      return new ResultAsync(Promise.resolve(err(refusal.setback)));
    }
    flight ??= fetchToken();
    return new ResultAsync(unlessAborted(flight, signal));
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

function isRefusal({ type }: Setback): boolean {
  return type === 'unauthorized' || type === 'forbidden' || type === 'blocked-by-firewall';
}

async function unlessAborted<T>(
  flight: Promise<Result<T, Setback>>,
  signal: AbortSignal,
): Promise<Result<T, Setback>> {
  const aborted = err({ type: 'aborted', outcome: 'not-done' } as const);
  if (signal.aborted) return aborted;
  return new Promise((resolve) => {
    const onAbort = (): void => resolve(aborted);
    signal.addEventListener('abort', onAbort);
    void flight.then((result) => {
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    });
  });
}
