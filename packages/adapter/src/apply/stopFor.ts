import type { ClientError } from '../http/error/clientError.js';
import type { Course } from './course.js';
import type { Problem } from './problem.js';
import { verdictOn } from './verdict.js';

/** Ends the run where a problem of one calendar is one of all of them. */
export function stopFor(problem: Problem, course: Course): void {
  const error = errorOf(problem);
  if (error === undefined) return;
  const verdict = verdictOn({ type: 'replace-slots', dates: [], body: { slots: [] } }, error);
  if (verdict.type === 'stop') course.stop(verdict.ending);
}

/** True if a calendar got no answer. */
export function isUnreachable(problem: Problem | undefined): boolean {
  return problem !== undefined && errorOf(problem)?.type === 'unreachable';
}

function errorOf(problem: Problem): ClientError | undefined {
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
