import { breakGone, finished } from '../state/calendarRecord.js';
import { change, type Job, nowOf, record } from './job.js';
import { lookUp } from './lookUp.js';
import type { Problem } from './problem.js';

/**
 * Finds out what became of the step that an earlier process left in flight. One that had its effect is
 * recorded; one that had none is forgotten, and the plan does it again. The dates of a PUT are in doubt
 * since it was sent, so the plan has them whole.
 */
export async function resume(job: Job): Promise<Problem | undefined> {
  const { pending } = record(job);
  if (pending === undefined) return undefined;
  const { step } = pending;
  const found = await lookUp(job, step);
  if (found.isErr()) return { type: 'read-failed', error: found.error };
  const now = nowOf(job);
  await change(job, (known) => {
    switch (found.value.type) {
      case 'took-effect':
        return finished(known, step, found.value.breakId, now);
      case 'gone':
        return step.type === 'move-break' ? breakGone(known, step.known.id) : known;
      case 'no-effect':
        return { ...known, pending: undefined };
      default:
        return found.value satisfies never;
    }
  });
  return undefined;
}
