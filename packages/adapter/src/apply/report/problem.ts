import type { Step } from '@slotwright/engine';
import { serviceText } from '@slotwright/engine/plan';
import type { ClientError } from '../../http/error/clientError.js';
import { describeClientError } from '../../http/error/describe.js';
import { describeStateError, type StateError } from '../../state/stateError.js';
import { describeDates, describeStep } from './describeStep.js';
import type { NamedCalendar } from './namedCalendar.js';

/** Why a calendar could not be finished. */
export type Problem =
  /** Patients see nothing of it, and the options do not say that it is to be enabled. */
  | { readonly type: 'calendar-disabled'; readonly status: 'disabled' | 'missing' }
  /** It was to be enabled, and Docplanner did not. */
  | { readonly type: 'enable-failed'; readonly error: ClientError }
  /** The plan names services that the address does not offer. */
  | { readonly type: 'unknown-services'; readonly ids: readonly string[] }
  /** A step was refused, or got no answer. */
  | { readonly type: 'step-failed'; readonly step: Step; readonly error: ClientError }
  /** Something that has to be known could not be read. */
  | { readonly type: 'read-failed'; readonly error: ClientError }
  /** What was sent does not show, so breaks over it stay as they are. */
  | { readonly type: 'not-shown'; readonly dates: readonly string[] }
  /** Somebody else works on it, took it away, or what is known of it cannot be read or kept. */
  | { readonly type: 'state-failed'; readonly error: StateError }
  /** Somebody else has worked on it since it was planned. */
  | { readonly type: 'stale-plan' };

/** The call that failed, if it is one. */
export function errorOf(problem: Problem): ClientError | undefined {
  switch (problem.type) {
    case 'step-failed':
    case 'read-failed':
    case 'enable-failed':
      return problem.error;
    case 'calendar-disabled':
    case 'unknown-services':
    case 'not-shown':
    case 'state-failed':
    case 'stale-plan':
      return undefined;
    default:
      return problem satisfies never;
  }
}

/**
 * One line for people: what is wrong, of which dates, break or services, and what Docplanner says; in the words
 * of the calendar that it is about.
 */
export function describeProblem(
  problem: Problem,
  calendar: Pick<NamedCalendar, 'timezone' | 'services'>,
): string {
  switch (problem.type) {
    case 'calendar-disabled':
      return describeDisabled(problem.status);
    case 'enable-failed':
      return `the calendar cannot be enabled: ${describeClientError(problem.error)}`;
    case 'unknown-services':
      return `the address does not offer the service${problem.ids.length === 1 ? '' : 's'} ${problem.ids.map((id) => serviceText(id, calendar.services)).join(', ')}: read its services again, their ids change when a doctor removes and adds one.`;
    case 'step-failed':
      return `${describeStep(problem.step, calendar)}: ${describeClientError(problem.error)}`;
    case 'read-failed':
      return `could not be read: ${describeClientError(problem.error)}`;
    case 'not-shown':
      return `${describeDates(problem.dates)}: accepted, but it does not show; breaks over the time stay as they are.`;
    case 'state-failed':
      return describeStateError(problem.error);
    case 'stale-plan':
      return 'another process has worked on it since it was planned: plan again.';
    default:
      return problem satisfies never;
  }
}

/** Why a calendar shows nothing, and what to do. */
export function describeDisabled(status: 'disabled' | 'missing'): string {
  return status === 'missing'
    ? 'the address has no calendar; apply --enable makes one.'
    : 'the calendar is disabled, so patients see nothing; apply --enable enables it.';
}
