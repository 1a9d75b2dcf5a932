import { describeSyncError, type SyncError } from '@slotwright/adapter';
import { EXIT, type Failure } from '../exit.js';
import { callFailure } from '../remote/failure.js';

/** How a command ends that could not plan, or sent nothing, and what it says. */
export function syncFailure(error: SyncError): Failure {
  switch (error.type) {
    case 'call-failed':
      return callFailure(error.error);
    case 'stale-plan-file':
      return { exit: EXIT.stale, message: describeSyncError(error) };
    case 'removes-too-much':
      return { exit: EXIT.guarded, message: describeSyncError(error) };
    case 'error-findings':
      return { exit: EXIT.findings, message: describeSyncError(error) };
    default:
      return { exit: EXIT.failure, message: describeSyncError(error) };
  }
}
