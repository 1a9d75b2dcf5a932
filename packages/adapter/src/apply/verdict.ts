import type { Step } from '@slotwright/engine';
import type { ClientError } from '../http/error/clientError.js';
import type { Ending } from './ending.js';

/** What a failed call means for its step. */
export type Verdict =
  /** Nothing more is to be sent to anybody. */
  | { readonly type: 'stop'; readonly ending: Ending }
  /** It may have had its effect, or somebody else's call had it: look before repeating. */
  | { readonly type: 'look-up' }
  /** The server wants one date a request. */
  | { readonly type: 'split' }
  /** The break that was to be moved is gone. */
  | { readonly type: 'create-anew' }
  /** This calendar cannot go on. */
  | { readonly type: 'fail' };

/** Reads a failure (Docplanner API, sections 9.2, 10, 13 and 17). */
export function verdictOn(step: Step, error: ClientError): Verdict {
  switch (error.type) {
    case 'unauthorized':
      return { type: 'stop', ending: { type: 'unauthorized', message: error.message } };
    case 'blocked-by-firewall':
      return { type: 'stop', ending: { type: 'blocked', status: error.status } };
    case 'aborted':
      return { type: 'stop', ending: { type: 'interrupted' } };
    case 'rate-limited':
      return { type: 'stop', ending: { type: 'needs-longer', retryAt: error.retryAt } };
    case 'conflict':
      return { type: step.type === 'create-break' ? 'look-up' : 'fail' };
    case 'not-found':
      return {
        type:
          step.type === 'move-break' && error.message === 'Invalid break ID'
            ? 'create-anew'
            : 'fail',
      };
    case 'rejected':
      return { type: isAboutSeveralDays(step, error) ? 'split' : 'fail' };
    case 'unreachable':
    case 'unexpected-answer':
      return { type: isOfBreak(step) && error.outcome !== 'not-done' ? 'look-up' : 'fail' };
    case 'forbidden':
    case 'not-sent':
    case 'invalid-request':
      return { type: 'fail' };
    default:
      return error satisfies never;
  }
}

function isOfBreak(step: Step): boolean {
  return step.type !== 'replace-slots';
}

/** "Validation error message, e.g.: Slots comes from different days" */
function isAboutSeveralDays(
  step: Step,
  { status, message }: Extract<ClientError, { readonly type: 'rejected' }>,
): boolean {
  const several = step.type === 'replace-slots' && step.dates.length > 1;
  return several && status === 400 && /different days/i.test(message);
}
