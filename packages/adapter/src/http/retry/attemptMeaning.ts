import { type Answer, isSuccess } from '../answer/answer.js';
import type { CallFailure, Outcome } from '../error/clientError.js';

/** What one attempt means for its call. */
export type AttemptMeaning =
  /** It stands, success or refusal. */
  | { readonly type: 'final-answer'; readonly answer: Answer }
  /** Refused because of a limit: it had no effect. */
  | { readonly type: 'limited'; readonly answer: Answer }
  /** Repeating may help. */
  | {
      readonly type: 'passing-failure';
      readonly failure: CallFailure;
      readonly headers: Headers | undefined;
    }
  /** Repeating is useless, or has been tried. */
  | { readonly type: 'final-failure'; readonly failure: CallFailure };

const WORTH_REPEATING: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** Failures of the service itself may pass, but for a timeout: the call's time is used up then. */
export function meaningOfFailure(failure: CallFailure, service: 'api' | 'token'): AttemptMeaning {
  const passing =
    failure.type === 'unreachable' && failure.service === service && failure.reason !== 'timeout';
  return passing
    ? { type: 'passing-failure', failure, headers: undefined }
    : { type: 'final-failure', failure };
}

/** What an answer means, read for its status, and for its body where the call `needs` it. */
export function meaningOfAnswer(
  answer: Answer,
  service: 'api' | 'token',
  needs: 'body' | 'status',
): AttemptMeaning {
  const { status, headers, body } = answer;
  const success = isSuccess(answer);
  if (body.type === 'too-long') {
    const outcome = success ? 'done' : status >= 500 ? 'unknown' : 'not-done';
    const problem = 'it is longer than 16 MiB';
    return {
      type: 'final-failure',
      failure: { type: 'unexpected-answer', status, problem, outcome },
    };
  }
  if (status === 429) return { type: 'limited', answer };
  if (status >= 500 || status === 408) {
    const failure = unreachable(service, 'server-error', String(status), 'unknown');
    return WORTH_REPEATING.has(status)
      ? { type: 'passing-failure', failure, headers }
      : { type: 'final-failure', failure };
  }
  if (success && needs === 'body' && body.type === 'broken') {
    return body.reason === 'timeout'
      ? { type: 'final-failure', failure: unreachable(service, 'timeout', '', 'done') }
      : {
          type: 'passing-failure',
          failure: unreachable(service, 'broken-answer', '', 'done'),
          headers,
        };
  }
  return { type: 'final-answer', answer };
}

function unreachable(
  service: 'api' | 'token',
  reason: 'timeout' | 'broken-answer' | 'server-error',
  detail: string,
  outcome: Outcome,
): CallFailure {
  return { type: 'unreachable', service, reason, detail, outcome };
}
