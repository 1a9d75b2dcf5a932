import { describeStateError, type StateError } from '../../state/stateError.js';
import type { InvalidApplyOption } from '../session/applyOptions.js';

/** Why nothing was sent at all. */
export type ApplyError =
  | StateError
  | InvalidApplyOption
  /** Two plans are about one address. */
  | { readonly type: 'repeated-calendar'; readonly calendar: string };

/** One line for people. */
export function describeApplyError(error: ApplyError): string {
  switch (error.type) {
    case 'repeated-calendar':
      return `Two plans are about the address of calendar ${error.calendar}.`;
    case 'invalid-apply-option':
      return `Option ${error.option}: expected ${error.expected}.`;
    default:
      return describeStateError(error);
  }
}
