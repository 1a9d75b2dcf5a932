import type { Outcome, Setback } from '../error/clientError.js';
import type { Answer } from '../request/answer.js';

/** What one attempt means for the call. */
export type Verdict =
  /** It stands, success or refusal. */
  | { readonly type: 'answer'; readonly answer: Answer }
  /** Refused because of a limit: it had no effect. */
  | { readonly type: 'limited'; readonly answer: Answer }
  /** Repeating may help. */
  | { readonly type: 'failed'; readonly setback: Setback; readonly headers: Headers | undefined }
  /** Repeating is useless, or has been tried. */
  | { readonly type: 'final'; readonly setback: Setback };

const WORTH_REPEATING: ReadonlySet<number> = new Set([500, 502, 503, 504]);

export function judgeSetback(setback: Setback, service: 'api' | 'token'): Verdict {
  const ours = setback.type === 'unreachable' && setback.service === service;
  return ours ? { type: 'failed', setback, headers: undefined } : { type: 'final', setback };
}

export function judgeAnswer(
  answer: Answer,
  service: 'api' | 'token',
  needs: 'body' | 'status',
): Verdict {
  const { status, headers, body } = answer;
  if (status === 429) return { type: 'limited', answer };
  if (status >= 500 || status === 408) {
    const detail = String(status);
    const setback = unreachable(service, 'server-error', detail, 'unknown');
    return WORTH_REPEATING.has(status)
      ? { type: 'failed', setback, headers }
      : { type: 'final', setback };
  }
  const success = status >= 200 && status < 300;
  if (success && needs === 'body' && body.type === 'broken') {
    const reason = body.reason === 'timeout' ? 'timeout' : 'broken-answer';
    return { type: 'failed', setback: unreachable(service, reason, '', 'done'), headers };
  }
  return { type: 'answer', answer };
}

function unreachable(
  service: 'api' | 'token',
  reason: 'timeout' | 'broken-answer' | 'server-error',
  detail: string,
  outcome: Outcome,
): Setback {
  return { type: 'unreachable', service, reason, detail, outcome };
}
