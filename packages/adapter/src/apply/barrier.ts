import type { Step } from '@slotwright/engine';
import { confirmShown, publishedOf } from './confirmShown.js';
import { type DateSpan, spanOfDate } from './dates.js';
import { type Job, record } from './job.js';
import type { Problem } from './problem.js';
import { breakSpan, meet, type Span, within } from './span.js';

/** The time of a break that a step leaves uncovered, in part at least; undefined if it leaves none. */
function uncovered(step: Step): Span | undefined {
  switch (step.type) {
    case 'create-break':
    case 'replace-slots':
      return undefined;
    case 'delete-break':
      return breakSpan(step.known);
    case 'move-break': {
      const span = breakSpan(step.known);
      return within(span, breakSpan(step.body)) ? undefined : span;
    }
    default:
      return step satisfies never;
  }
}

/**
 * A PUT is processed after it has been answered. Before a break over its dates goes, that must be certain,
 * else patients could book what the PUT is about to close.
 */
export async function beforeUncovering(job: Job, step: Step): Promise<Problem | undefined> {
  const span = uncovered(step);
  if (span === undefined) return undefined;
  const dates = unsettledDates(job).filter((date) => meet(date, span));
  if (dates.length === 0) return undefined;
  const shown = await confirmShown(job, dates, publishedOf(job), 'settled');
  if (shown.isErr()) return { type: 'read-failed', error: shown.error };
  const wrong = shown.value.differences.map(({ date }) => date);
  return wrong.length === 0 ? undefined : { type: 'not-shown', dates: wrong };
}

/** The dates that were sent and have not been seen for certain. */
export function unsettledDates(job: Job): readonly DateSpan[] {
  return Object.keys(record(job).unsettled).flatMap((date) => {
    const span = spanOfDate(date, job.plan.timezone);
    return span === undefined ? [] : [span];
  });
}
