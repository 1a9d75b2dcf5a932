import { err, type Result, ResultAsync } from 'neverthrow';
import { isSuccess } from '../answer/answer.js';
import { refusalOf } from '../answer/refusal.js';
import type { CallFailure, ClientError } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import { type OpenExchange, tell } from '../request/exchange.js';
import { type FinalAnswer, withRetries } from '../retry/withRetries.js';
import type { Call, CallOptions, CallSpec, CallWait } from './call.js';
import { signalLinks } from './linkedSignal.js';
import { type SenderParts, sender } from './sender.js';

/** What calls are made with. */
export interface CallerParts extends Omit<SenderParts, 'clock'> {
  readonly open: OpenExchange;
  readonly ports: Pick<Ports, 'clock' | 'sleep' | 'random'>;
  readonly maxWaitMs: number;
  /** For the requests of a call. */
  readonly timeoutMs: number;
}

/** Carries calls out: attempts, repeated as far as that is safe, and the answer read. */
export function caller(parts: CallerParts): Call {
  const link = signalLinks();
  return (spec, options = {}) => {
    const named = (failure: CallFailure): ClientError => ({
      ...failure,
      operation: spec.operation,
    });
    const { signal, release } = link(options.signal);
    return new ResultAsync(carryOut(parts, spec, options, signal).finally(release)).mapErr(named);
  };
}

async function carryOut<T>(
  parts: CallerParts,
  spec: CallSpec<T>,
  { maxWaitMs = parts.maxWaitMs, beforeSend, onRequest, onWait = () => undefined }: CallOptions,
  signal: AbortSignal,
): Promise<Result<T, CallFailure>> {
  const { operation, method, path, repeat, needs } = spec;
  const { ports } = parts;
  if (path.isErr()) return err(path.error);
  const deadline = ports.clock.now() + maxWaitMs;
  const kind = method === 'GET' ? 'read' : 'write';
  const tellWait = (reason: CallWait['reason'], until: number, before = 0): void =>
    tell(onWait, { reason, kind, until, before });
  const send = sender(
    { ...parts, clock: ports.clock },
    spec,
    path.value,
    parts.open({ operation, path: path.value.template }, onRequest),
    { signal, deadline, onWait: ({ until, before }) => tellWait('rate-limit', until, before) },
    beforeSend === undefined ? undefined : () => beforeSend(parts.timeoutMs),
  );
  const policy = { service: 'api', repeat, needs, deadline, onWait: tellWait } as const;
  const final = await withRetries(send, policy, ports, signal);
  return final.andThen((answered) => conclude(answered, spec));
}

/** A success that cannot be read took effect; a refusal did not, but an attempt before it may have. */
function conclude<T>({ answer, outcome }: FinalAnswer, spec: CallSpec<T>): Result<T, CallFailure> {
  if (!isSuccess(answer)) return err({ ...refusalOf(answer), outcome });
  return spec.read(answer).mapErr((failure) => ({ ...failure, outcome: 'done' as const }));
}
