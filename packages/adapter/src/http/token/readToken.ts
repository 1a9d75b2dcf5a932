import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { type Answer, isSuccess, jsonOf } from '../answer/answer.js';
import { refusalOf } from '../answer/refusal.js';
import type { Failure } from '../error/clientError.js';

/** An access token and how many milliseconds it lives. */
export interface IssuedToken {
  readonly value: string;
  readonly lifetimeMs: number;
}

/** What the API documents, for an answer that says nothing of its lifetime. */
const USUAL_LIFETIME_S = 3600;

const Issued = z.looseObject({
  // Only what fits a header: fetch would quote anything else in its error.
  access_token: z.string().regex(/^[\x21-\x7e]{1,8000}$/),
  expires_in: z.coerce.number().positive().max(1e9).catch(USUAL_LIFETIME_S),
});

/** The answer of the token endpoint (Docplanner API, section 1). */
export function readToken(answer: Answer): Result<IssuedToken, Failure> {
  const { status, body } = answer;
  if (status === 400) return err({ type: 'unauthorized', message: messageOf(answer) });
  if (!isSuccess(answer)) return err(refusalOf(answer));
  const issued = Issued.safeParse(jsonOf(body));
  if (!issued.success) {
    return err({ type: 'unexpected-answer', status, problem: 'no usable access_token' });
  }
  const { access_token: value, expires_in: seconds } = issued.data;
  return ok({ value, lifetimeMs: seconds * 1000 });
}

function messageOf(answer: Answer): string {
  const refusal = refusalOf(answer);
  return refusal.type === 'rejected' ? refusal.message : '';
}
