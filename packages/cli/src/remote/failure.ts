import { type ClientError, describeClientError } from '@slotwright/adapter';
import { EXIT, type Failure } from '../exit.js';

/** How a command ends that a failed call ended, and what it says. */
export function callFailure(error: ClientError): Failure {
  if (error.type === 'aborted') return { exit: EXIT.interrupted, message: 'interrupted' };
  return { exit: EXIT.failure, message: describeClientError(error) };
}
