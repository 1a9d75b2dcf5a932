import { err, type Result, ResultAsync } from 'neverthrow';
import type { ClientError, Setback } from '../error/clientError.js';
import type { Wait } from '../limits/rateLimiter.js';
import type { Ports } from '../options/ports.js';
import { persist, type Standing } from '../retry/persist.js';
import type { Call, CallSpec } from './call.js';
import { follower } from './follow.js';
import { refusalOf } from './refusal.js';
import { type SenderParts, sender } from './sender.js';

/** What calls are made with. */
export interface CallerParts extends Omit<SenderParts, 'clock'> {
  readonly ports: Pick<Ports, 'clock' | 'sleep' | 'random'>;
  readonly maxWaitMs: number;
}

/** Carries calls out: attempts, repeated as far as that is safe, and the answer read. */
export function caller(parts: CallerParts): Call {
  const follow = follower();
  return (spec, options = {}) => {
    const named = (setback: Setback): ClientError => ({ ...setback, operation: spec.operation });
    const { signal, release } = follow(options.signal);
    const deadline = parts.ports.clock.now() + (options.maxWaitMs ?? parts.maxWaitMs);
    return new ResultAsync(carryOut(parts, spec, { signal, deadline }).finally(release)).mapErr(
      named,
    );
  };
}

async function carryOut<T>(
  parts: CallerParts,
  spec: CallSpec<T>,
  wait: Wait,
): Promise<Result<T, Setback>> {
  const { path, repeat, needs } = spec;
  const { ports } = parts;
  const { signal, deadline } = wait;
  if (path.isErr()) return err(path.error);
  const send = sender({ ...parts, clock: ports.clock }, spec, path.value, wait);
  const standing = await persist(send, { service: 'api', repeat, needs, deadline }, ports, signal);
  return standing.andThen((answered) => conclude(answered, spec));
}

/** A success that cannot be read took effect; a refusal did not, but an attempt before it may have. */
function conclude<T>({ answer, outcome }: Standing, spec: CallSpec<T>): Result<T, Setback> {
  const success = answer.status >= 200 && answer.status < 300;
  if (!success) return err({ ...refusalOf(answer), outcome });
  return spec.read(answer).mapErr((failure) => ({ ...failure, outcome: 'done' as const }));
}
