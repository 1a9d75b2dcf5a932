import type { FindingOutput } from '@slotwright/engine';
import type { Staleness } from '@slotwright/engine/plan';
import { type ApplyError, describeApplyError } from '../apply/run/applyError.js';
import type { UnclearCall } from '../apply/run/recover.js';
import type { ClientError } from '../http/error/clientError.js';
import { describeClientError } from '../http/error/describe.js';
import { describeRemoval, type Removal } from './guard.js';

/** Why a sync could not be planned, or nothing of it was sent. */
export type SyncError =
  | ApplyError
  | UnclearCall
  /** An error that every further call would meet, such as refused credentials. */
  | { readonly type: 'call-failed'; readonly error: ClientError }
  /** The document has findings of severity error that it does not accept. */
  | { readonly type: 'error-findings'; readonly findings: readonly FindingOutput[] }
  /** It takes more from patients than it may unasked; say with `guard` that it may. */
  | { readonly type: 'removes-too-much'; readonly removals: readonly Removal[] }
  /** A plan of a file that does not hold any more. */
  | ({ readonly type: 'stale-plan-file' } & Staleness);

const WHY_STALE = {
  'other-lineage': 'because it was made from another state',
  'older-state': 'because what is known of it is older than the plan',
  'published-since': 'because something was published in it since the plan was made',
} as const satisfies Record<Staleness['why'], string>;

/**
 * One line for people.
 *
 * @example
 * describeSyncError({ type: 'stale-plan-file', calendar: 'centro', why: 'older-state' })
 * // => 'the plan of centro is stale, because what is known of it is older than the plan; make it again'
 */
export function describeSyncError(error: SyncError): string {
  switch (error.type) {
    case 'call-failed':
      return describeClientError(error.error);
    case 'unclear-call':
      return `it is not known what became of the last call of an earlier run in ${error.calendar}: ${describeClientError(error.error)}`;
    case 'error-findings': {
      const [first] = error.findings;
      const more = error.findings.length > 1 ? ` and ${error.findings.length - 1} more` : '';
      return `nothing is sent while the document has errors: ${first?.calendar}: ${first?.message}${more}`;
    }
    case 'removes-too-much':
      return `the plan ${error.removals.map(describeRemoval).join('; ')}; nothing is sent unless that is allowed`;
    case 'stale-plan-file':
      return `the plan of ${error.calendar} is stale, ${WHY_STALE[error.why]}; make it again`;
    default:
      return describeApplyError(error);
  }
}
