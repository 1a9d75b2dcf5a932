import type { Step } from '@slotwright/engine';
import type { ClientError } from '../http/error/clientError.js';
import { describeClientError } from '../http/error/describe.js';

/** Why a calendar could not be finished. */
export type Problem =
  | { readonly type: 'calendar-disabled'; readonly status: 'disabled' | 'missing' }
  | { readonly type: 'enable-failed'; readonly error: ClientError }
  /** The plan names services that the address does not offer. */
  | { readonly type: 'unknown-services'; readonly ids: readonly string[] }
  /** A step was refused, or got no answer. */
  | { readonly type: 'step-failed'; readonly step: Step; readonly error: ClientError }
  /** Something that has to be known could not be read. */
  | { readonly type: 'read-failed'; readonly error: ClientError }
  /** What was sent does not show, so breaks over it stay as they are. */
  | { readonly type: 'not-shown'; readonly dates: readonly string[] };

/** One line for people: what is wrong, of which dates or break, and what Docplanner says. */
export function describeProblem(problem: Problem): string {
  switch (problem.type) {
    case 'calendar-disabled':
      return problem.status === 'missing'
        ? 'the address has no calendar; allow it to be enabled.'
        : 'the calendar is disabled, so patients see nothing; enable it, or allow it to be enabled.';
    case 'enable-failed':
      return `the calendar cannot be enabled: ${describeClientError(problem.error)}`;
    case 'unknown-services':
      return `the address does not offer the address services ${problem.ids.join(', ')}: read its services again, their ids change when a doctor removes and adds one.`;
    case 'step-failed':
      return `${describeStep(problem.step)}: ${describeClientError(problem.error)}`;
    case 'read-failed':
      return `could not be read: ${describeClientError(problem.error)}`;
    case 'not-shown':
      return `${listOf(problem.dates)}: accepted, but it does not show; breaks over the time stay as they are.`;
    default:
      return problem satisfies never;
  }
}

/** What a step does, for people. */
export function describeStep(step: Step): string {
  switch (step.type) {
    case 'create-break':
      return `create the break ${step.body.since} to ${step.body.till}`;
    case 'move-break':
      return `move the break of ${step.known.since} to ${step.body.since} to ${step.body.till}`;
    case 'delete-break':
      return `delete the break ${step.known.since} to ${step.known.till}`;
    case 'replace-slots':
      return `replace the slots of ${listOf(step.dates)}`;
    default:
      return step satisfies never;
  }
}

function listOf(dates: readonly string[]): string {
  const [first = '', last] = [dates[0], dates.at(-1)];
  if (dates.length <= 3) return dates.join(', ');
  return `${dates.length} dates from ${first} through ${last}`;
}
