import type { Step } from '@slotwright/engine';
import type { ClientError } from '../../http/error/clientError.js';
import { type Ending, endingOf } from '../report/ending.js';

/** What a failed call means for its step. */
export type FailureMeaning =
  /** Nothing more is to be sent to anybody. */
  | { readonly type: 'stop'; readonly ending: Ending }
  /** It may have had its effect: look before repeating. */
  | { readonly type: 'look' }
  /** Docplanner has a break with this time and description. */
  | { readonly type: 'exists' }
  /** The server wants one date a request. */
  | { readonly type: 'one-date-only' }
  /** The break that was to be moved is gone. */
  | { readonly type: 'gone' }
  /** This calendar cannot go on. */
  | { readonly type: 'fail' };

/** Reads a failure (Docplanner API, sections 9.2, 10, 13 and 17). */
export function meaningOf(step: Step, error: ClientError): FailureMeaning {
  const ending = endingOf(error);
  if (ending !== undefined) return { type: 'stop', ending };
  switch (error.type) {
    case 'conflict':
      return { type: step.type === 'create-break' ? 'exists' : 'fail' };
    case 'not-found':
      return { type: step.type === 'move-break' && isNoBreak(error) ? 'gone' : 'fail' };
    case 'rejected':
      return { type: isAboutSeveralDays(step, error) ? 'one-date-only' : 'fail' };
    case 'unreachable':
    case 'unexpected-answer':
      return {
        type: step.type !== 'replace-slots' && error.outcome !== 'not-done' ? 'look' : 'fail',
      };
    default:
      return { type: 'fail' };
  }
}

/** True if there is no break of the id that was asked for. */
export function isNoBreak(error: ClientError): boolean {
  return error.type === 'not-found' && error.message === 'Invalid break ID';
}

/** "Validation error message, e.g.: Slots comes from different days" */
function isAboutSeveralDays(
  step: Step,
  { status, message }: Extract<ClientError, { readonly type: 'rejected' }>,
): boolean {
  const several = step.type === 'replace-slots' && step.dates.length > 1;
  return several && status === 400 && /different days/i.test(message);
}
