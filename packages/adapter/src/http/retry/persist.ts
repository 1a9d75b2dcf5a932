import { err, ok, type Result } from 'neverthrow';
import type { Outcome, Setback } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import type { Answer } from '../request/answer.js';
import { BACKOFF, fullJitter } from './backoff.js';
import { judgeAnswer, judgeSetback } from './judge.js';
import { retryTime } from './limitWait.js';
import { pause } from './pause.js';
import { retryAfterTime } from './serverTime.js';

/** The first send and those after a network error or a failing server; waits for a limit are bounded by time. */
const MAX_ATTEMPTS = 4;

/** How long and how often one call may be repeated. */
export interface Persistence {
  /** Whose attempts these are; what fails elsewhere has been repeated there. */
  readonly service: 'api' | 'token';
  /** Whether a call whose outcome is unknown may be sent again. */
  readonly repeat: 'safe' | 'never';
  /** Whether the call is worth nothing without the body of its answer. */
  readonly needs: 'body' | 'status';
  /** No wait for a limit ends later; milliseconds since the epoch. */
  readonly deadline: number;
}

/** An answer that stands, with what is known of the attempts before it. */
export interface Standing {
  readonly answer: Answer;
  readonly outcome: Outcome;
}

/**
 * Repeats an attempt until it has an answer that stands, or repeating is unsafe, useless or takes too long.
 * An answer other than 429, 500, 502, 503 and 504 stands, whatever it says. Once an attempt may have had its
 * effect, every later error says so.
 */
export async function persist(
  send: () => Promise<Result<Answer, Setback>>,
  { service, repeat, needs, deadline }: Persistence,
  ports: Pick<Ports, 'clock' | 'sleep' | 'random'>,
  signal: AbortSignal,
): Promise<Result<Standing, Setback>> {
  let outcome: Outcome = 'not-done';
  let failures = 0;
  let refusals = 0;
  for (;;) {
    const attempted = await send();
    const verdict = attempted.match(
      (answer) => judgeAnswer(answer, service, needs),
      (setback) => judgeSetback(setback, service),
    );
    const now = ports.clock.now();
    if (verdict.type === 'answer') return ok({ answer: verdict.answer, outcome });
    if (verdict.type === 'limited') {
      refusals += 1;
      const retryAt = retryTime(verdict.answer.headers, now, refusals, ports.random());
      if (retryAt > deadline) return err({ type: 'rate-limited', retryAt, outcome });
      if (!(await pause(ports, retryAt - now, signal))) return err({ type: 'aborted', outcome });
      continue;
    }
    const { setback } = verdict;
    if (setback.outcome !== 'not-done' && outcome !== 'done') outcome = setback.outcome;
    failures += 1;
    const repeatable =
      verdict.type === 'failed' &&
      failures < MAX_ATTEMPTS &&
      (repeat === 'safe' || setback.outcome === 'not-done');
    if (!repeatable) return err({ ...setback, outcome });
    const asked = verdict.headers === undefined ? undefined : retryAfterTime(verdict.headers, now);
    if (asked !== undefined && asked > deadline) return err({ ...setback, outcome });
    const wait = fullJitter(BACKOFF, failures, ports.random());
    if (!(await pause(ports, Math.max(wait, (asked ?? now) - now), signal))) {
      return err({ type: 'aborted', outcome });
    }
  }
}
