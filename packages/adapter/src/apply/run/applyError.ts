import type { StateId } from '../../state/state.js';
import { describeStateError, type StateError } from '../../state/stateError.js';
import type { InvalidApplyOption } from '../session/applyOptions.js';

/** Why nothing was sent at all. */
export type ApplyError =
  | StateError
  | InvalidApplyOption
  /** The plans were made from another state. */
  | { readonly type: 'stale-plan'; readonly basedOn: StateId; readonly found: StateId }
  /** Two plans are about one address. */
  | { readonly type: 'repeated-calendar'; readonly calendar: string };

/** One line for people. */
export function describeApplyError(error: ApplyError): string {
  switch (error.type) {
    case 'stale-plan':
      return error.basedOn.lineage === error.found.lineage
        ? `The plan was made from state ${error.basedOn.serial}, and it is ${error.found.serial} now: plan again.`
        : 'The plan was made from another state: plan again.';
    case 'repeated-calendar':
      return `Two plans are about the address of calendar ${error.calendar}.`;
    case 'invalid-apply-option':
      return `Option ${error.option}: expected ${error.expected}.`;
    default:
      return describeStateError(error);
  }
}
