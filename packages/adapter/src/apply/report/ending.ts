import type { ClientError } from '../../http/error/clientError.js';
import { describeStateError, type StateError } from '../../state/stateError.js';

/** Why a run of apply ended. Only `complete` tried everything; what is left is in the calendars' reports. */
export type Ending =
  /** Every step was tried, whatever became of it. */
  | { readonly type: 'complete' }
  /** The signal was aborted. */
  | { readonly type: 'interrupted' }
  /** So many write calls as were allowed have been made. */
  | { readonly type: 'max-writes' }
  /** A rate limit, for longer than allowed; `retryAt` in milliseconds since 1970. */
  | { readonly type: 'needs-longer'; readonly retryAt: number }
  /** The credentials were refused; the message is Docplanner's. */
  | { readonly type: 'unauthorized'; readonly message: string }
  /** By the firewall before the API. */
  | { readonly type: 'blocked'; readonly status: number }
  /** Several calendars in a row could not be reached. */
  | { readonly type: 'unreachable' }
  /** Without a state nothing may be sent. */
  | { readonly type: 'state-failed'; readonly error: StateError };

/** How a run ends that meets an error which every further call would meet; undefined if others may succeed. */
export function endingOf(error: ClientError): Ending | undefined {
  switch (error.type) {
    case 'unauthorized':
      return { type: 'unauthorized', message: error.message };
    case 'blocked-by-firewall':
      return { type: 'blocked', status: error.status };
    case 'aborted':
      return { type: 'interrupted' };
    case 'rate-limited':
      return { type: 'needs-longer', retryAt: error.retryAt };
    default:
      return undefined;
  }
}

/** True of an error that every further call would meet, or that more calls would make worse. */
export function isHopeless({ type }: ClientError): boolean {
  return type === 'unauthorized' || type === 'aborted' || type === 'blocked-by-firewall';
}

/** One line for people. */
export function describeEnding(ending: Ending): string {
  switch (ending.type) {
    case 'complete':
      return 'Every step was tried.';
    case 'interrupted':
      return 'Interrupted. Run it again to go on.';
    case 'max-writes':
      return 'Stopped: as many write calls as allowed were made. Run it again to go on.';
    case 'needs-longer':
      return `Stopped: needs longer than it may wait; the rate limit ends at ${utc(ending.retryAt)}. Run it again then.`;
    case 'unauthorized':
      return 'Stopped: the credentials were refused.';
    case 'blocked':
      return `Stopped: the firewall before the API answered with status ${ending.status}. Wait some minutes.`;
    case 'unreachable':
      return 'Stopped: Docplanner cannot be reached. Run it again later.';
    case 'state-failed':
      return `Stopped, because nothing may be sent without recording it: ${describeStateError(ending.error)}`;
    default:
      return ending satisfies never;
  }
}

/** A time that a broken header led to may be beyond what a Date can hold. */
function utc(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString();
}
