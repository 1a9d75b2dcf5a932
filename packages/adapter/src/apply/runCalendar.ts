import type { Step } from '@slotwright/engine';
import type { CalendarReport } from './applyReport.js';
import { beforeUncovering, unsettledDates } from './barrier.js';
import { type Confirmed, confirmShown } from './confirmShown.js';
import { type DateSpan, spanOfExpected } from './dates.js';
import { change, type Job, nowOf, record } from './job.js';
import { performStep } from './performStep.js';
import { preflight } from './preflight.js';
import type { Problem } from './problem.js';
import { readSlots } from './readBack.js';
import { resume } from './resume.js';
import { isUnreachable, stopFor } from './stopFor.js';

const NOTHING: Confirmed = { differences: [], lostBreaks: [] };

/** Carries one calendar's plan out: resume, preflight, the steps in their order, verification. */
export async function runCalendar(job: Job): Promise<CalendarReport> {
  const { course, plan } = job;
  const queue = [...plan.steps];
  const idle =
    queue.length === 0 && record(job).pending === undefined && unsettledDates(job).length === 0;
  if (idle) return report(job, 'done', 0);
  if (course.ending() !== undefined) return report(job, 'left', queue.length);
  course.tell('calendar-started', plan.calendar);
  const problem = (await resume(job)) ?? (await carryOut(job, queue));
  if (problem !== undefined) stopFor(problem, course);
  course.reached(isUnreachable(problem) ? 'unreachable' : 'reached');
  if (course.ending() !== undefined && (queue.length > 0 || problem !== undefined)) {
    return report(job, 'left', queue.length);
  }
  if (problem !== undefined) return report(job, 'failed', queue.length, [problem]);
  const verified = await verify(job);
  course.tell('calendar-finished', plan.calendar);
  return verified;
}

/** Does the steps of the queue, which keeps those that are left. */
async function carryOut(job: Job, queue: Step[]): Promise<Problem | undefined> {
  const { course, plan } = job;
  if (queue.length === 0) return undefined;
  const refused = await preflight(job);
  if (refused === 'stopped') return undefined;
  if (refused !== undefined) return refused;
  for (let step = queue[0]; step !== undefined; step = queue[0]) {
    if (course.ending() !== undefined) return undefined;
    const uncertain = (await lookBefore(job, step)) ?? (await beforeUncovering(job, step));
    if (uncertain !== undefined) return uncertain;
    course.tell('step-started', plan.calendar, step);
    const end = await performStep(job, step);
    switch (end.type) {
      case 'done':
        queue.shift();
        course.tell('step-finished', plan.calendar, step);
        break;
      case 'replaced-by':
        queue.splice(0, 1, ...end.steps);
        course.more(end.steps.length - 1);
        break;
      case 'failed':
        course.tell('step-failed', plan.calendar, step);
        return end.problem;
      case 'stopped':
        return undefined;
      default:
        return end satisfies never;
    }
  }
  return undefined;
}

/** Before the first PUT: what is shown then tells later whether a PUT has been processed. */
async function lookBefore(job: Job, step: Step): Promise<Problem | undefined> {
  const dates = job.plan.expected.map(spanOfExpected);
  if (step.type !== 'replace-slots' || job.memory.before !== undefined || dates.length === 0) {
    return undefined;
  }
  const shown = await readSlots(job, {
    start: Math.min(...dates.map(({ start }) => start)),
    end: Math.max(...dates.map(({ end }) => end)),
  });
  if (shown.isErr()) return { type: 'read-failed', error: shown.error };
  job.memory.before = shown.value;
  return undefined;
}

/** Reads back what was done now, and what an earlier run did and could not verify. */
async function verify(job: Job): Promise<CalendarReport> {
  const expected = new Map(job.plan.expected.map((date) => [date.date, date]));
  const dates: readonly DateSpan[] = [
    ...job.plan.expected.map(spanOfExpected),
    ...unsettledDates(job).filter(({ date }) => !expected.has(date)),
  ];
  if (dates.length === 0) return report(job, 'done', 0);
  job.course.tell('verifying', job.plan.calendar);
  const wanted = { entries: record(job).published.dates, expected };
  const confirmed = await confirmShown(job, dates, wanted, 'shown');
  if (confirmed.isErr()) {
    const problem: Problem = { type: 'read-failed', error: confirmed.error };
    stopFor(problem, job.course);
    return report(job, 'failed', 0, [problem]);
  }
  const { differences, lostBreaks } = confirmed.value;
  if (differences.length > 0 || lostBreaks.length > 0) {
    if (job.course.ending() !== undefined) return report(job, 'left', 0);
    return report(job, 'differs', 0, [], confirmed.value);
  }
  const now = nowOf(job);
  await change(job, (known) => ({ ...known, confirmedAt: now }));
  return report(job, 'done', 0);
}

function report(
  { plan, address, counts }: Job,
  outcome: CalendarReport['outcome'],
  stepsLeft: number,
  problems: readonly Problem[] = [],
  { differences, lostBreaks }: Confirmed = NOTHING,
): CalendarReport {
  const calls = { ...counts };
  const { calendar } = plan;
  return { calendar, address, outcome, stepsLeft, calls, differences, lostBreaks, problems };
}
