import { err, ok, type Result } from 'neverthrow';
import type { Answer } from '../answer/answer.js';
import type { CallFailure, Outcome } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import { meaningOfAnswer, meaningOfFailure } from './attemptMeaning.js';
import { pause } from './pause.js';
import { fullJitter, retryTime } from './retryTime.js';
import { retryAfterTime } from './serverTime.js';

/** The first send and those after a network error or a failing server; waits for a limit are bounded by time. */
const MAX_ATTEMPTS = 4;

/** How long and how often one call may be repeated. */
export interface RetryPolicy {
  /** Whose attempts these are; what fails elsewhere has been repeated there. */
  readonly service: 'api' | 'token';
  /** Whether a call whose outcome is unknown may be sent again. */
  readonly repeat: 'safe' | 'never';
  /** Whether the call is worth nothing without the body of its answer. */
  readonly needs: 'body' | 'status';
  /** No wait for a limit ends later; milliseconds since the epoch. */
  readonly deadline: number;
  /** Told when a wait begins, and until when. */
  readonly onWait?: (reason: 'rate-limit' | 'retry', until: number) => void;
}

/** An answer that stands, with what is known of the attempts before it. */
export interface FinalAnswer {
  readonly answer: Answer;
  readonly outcome: Outcome;
}

/**
 * Repeats an attempt until it has an answer that stands, or repeating is unsafe, useless or takes too long.
 * An answer other than 429, 500, 502, 503 and 504 stands, whatever it says. Once an attempt may have had its
 * effect, every later error says so.
 */
export async function withRetries(
  send: () => Promise<Result<Answer, CallFailure>>,
  { service, repeat, needs, deadline, onWait = () => undefined }: RetryPolicy,
  ports: Pick<Ports, 'clock' | 'sleep' | 'random'>,
  signal: AbortSignal,
): Promise<Result<FinalAnswer, CallFailure>> {
  let outcome: Outcome = 'not-done';
  let failures = 0;
  let refusals = 0;
  for (;;) {
    const attempted = await send();
    const meaning = attempted.match(
      (answer) => meaningOfAnswer(answer, service, needs),
      (failure) => meaningOfFailure(failure, service),
    );
    const now = ports.clock.now();
    if (meaning.type === 'final-answer') return ok({ answer: meaning.answer, outcome });
    if (meaning.type === 'limited') {
      refusals += 1;
      const retryAt = retryTime(meaning.answer.headers, now, refusals, ports.random());
      if (retryAt > deadline) return err({ type: 'rate-limited', retryAt, outcome });
      onWait('rate-limit', retryAt);
      if (!(await pause(ports, retryAt - now, signal))) return err({ type: 'aborted', outcome });
      continue;
    }
    const { failure } = meaning;
    if (failure.outcome !== 'not-done' && outcome !== 'done') outcome = failure.outcome;
    failures += 1;
    const repeatable =
      meaning.type === 'passing-failure' &&
      failures < MAX_ATTEMPTS &&
      (repeat === 'safe' || failure.outcome === 'not-done');
    if (!repeatable) return err({ ...failure, outcome });
    const asked = meaning.headers === undefined ? undefined : retryAfterTime(meaning.headers, now);
    if (asked !== undefined && asked > deadline) return err({ ...failure, outcome });
    const wait = Math.max(fullJitter(failures, ports.random()), (asked ?? now) - now);
    onWait('retry', now + wait);
    if (!(await pause(ports, wait, signal))) return err({ type: 'aborted', outcome });
  }
}
