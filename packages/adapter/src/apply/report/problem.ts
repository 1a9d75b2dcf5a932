import type { Step } from '@slotwright/engine';
import type { ClientError } from '../../http/error/clientError.js';
import { describeClientError } from '../../http/error/describe.js';
import { describeDates, describeStep } from './describeStep.js';

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
  | { readonly type: 'not-shown'; readonly dates: readonly string[] };

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
      return undefined;
    default:
      return problem satisfies never;
  }
}

/** One line for people: what is wrong, of which dates or break, and what Docplanner says. */
export function describeProblem(problem: Problem): string {
  switch (problem.type) {
    case 'calendar-disabled':
      return problem.status === 'missing'
        ? 'the address has no calendar; apply --enable makes one.'
        : 'the calendar is disabled, so patients see nothing; apply --enable enables it.';
    case 'enable-failed':
      return `the calendar cannot be enabled: ${describeClientError(problem.error)}`;
    case 'unknown-services':
      return `the address does not offer the address services ${problem.ids.join(', ')}: read its services again, their ids change when a doctor removes and adds one.`;
    case 'step-failed':
      return `${describeStep(problem.step)}: ${describeClientError(problem.error)}`;
    case 'read-failed':
      return `could not be read: ${describeClientError(problem.error)}`;
    case 'not-shown':
      return `${describeDates(problem.dates)}: accepted, but it does not show; breaks over the time stay as they are.`;
    default:
      return problem satisfies never;
  }
}
