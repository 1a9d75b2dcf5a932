import { ErrorBody } from '../../wire/errorBody.js';
import type { Failure, FieldProblem } from '../error/clientError.js';
import { type Answer, jsonOf } from './answer.js';

/** What an answer other than a success means (Docplanner API, section 2); a 429 or 5xx never gets here. */
export function refusalOf({ status, body }: Answer): Failure {
  const parsed = ErrorBody.safeParse(jsonOf(body));
  if (status === 405 && !parsed.success) return { type: 'blocked-by-firewall', status };
  if (status < 400) {
    return { type: 'unexpected-answer', status, problem: 'a redirect, or no final answer' };
  }
  const { message, errors } = parsed.success ? parsed.data : { message: '', errors: [] };
  switch (status) {
    case 401:
      return { type: 'unauthorized', message };
    case 403:
      return { type: 'forbidden', message };
    case 404:
      return { type: 'not-found', message };
    case 409:
      return { type: 'conflict', message };
    default:
      return { type: 'rejected', status, message, fields: errors.map(fieldProblem) };
  }
}

function fieldProblem({ path, texts }: Pick<FieldProblem, 'path' | 'texts'>): FieldProblem {
  const index = /^slots\[(\d{1,6})\]/.exec(path)?.[1];
  return {
    path,
    slotIndex: index === undefined ? undefined : Number(index),
    period: undefined,
    texts,
  };
}
