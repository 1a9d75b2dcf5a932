import { onePerDate, type Step } from '@slotwright/engine';
import type { ClientError } from '../http/error/clientError.js';
import { begun, breakGone, finished, undone } from '../state/calendarRecord.js';
import { lastSent, type Written, written } from './duplicates.js';
import { change, type Job, nowOf, pause, record } from './job.js';
import { lookUp } from './lookUp.js';
import type { Problem } from './problem.js';
import { send } from './send.js';
import { verdictOn } from './verdict.js';

/** How a step ended. */
export type StepEnd =
  | { readonly type: 'done' }
  /** These are to be done in its place. */
  | { readonly type: 'replaced-by'; readonly steps: readonly Step[] }
  | { readonly type: 'failed'; readonly problem: Problem }
  /** The run ends; the course knows why. */
  | { readonly type: 'stopped' };

const MAX_TRIES = 4;
const BETWEEN_TRIES_MS = 2_000;
const STOPPED: StepEnd = { type: 'stopped' };

/**
 * Carries a step out: recorded before it is sent and when it is done. While nobody knows whether a call about
 * a break had its effect, it is looked up and never simply repeated.
 */
export async function performStep(job: Job, step: Step): Promise<StepEnd> {
  if (step.type === 'replace-slots' && step.dates.length > 1 && wantsOneDate(job)) {
    return { type: 'replaced-by', steps: onePerDate(step) };
  }
  for (let tries = 1; ; tries += 1) {
    if (job.course.beforeWrite() !== undefined) return STOPPED;
    const before = record(job).published;
    const put = writing(job, step);
    const remembered =
      put === undefined
        ? undefined
        : { at: nowOf(job), content: put.content, variant: put.variant };
    if ((await change(job, (known) => begun(known, step, remembered, nowOf(job)))) !== undefined) {
      return STOPPED;
    }
    const answer = await send(job, step, put?.request);
    if (answer.isOk()) return finish(job, step, answer.value);
    const { error } = answer;
    const verdict = verdictOn(step, error);
    const restored =
      error.outcome === 'not-done' && verdict.type !== 'look-up'
        ? await change(job, (known) => undone(known, before))
        : undefined;
    if (restored !== undefined) return STOPPED;
    switch (verdict.type) {
      case 'stop':
        job.course.stop(verdict.ending);
        return STOPPED;
      case 'split':
        return split(job, step);
      case 'create-anew':
        return createAnew(job, step);
      case 'fail':
        return failed(step, error);
      case 'look-up': {
        const end = await lookedUp(job, step, error);
        if (end !== 'repeat') return end;
        if (tries >= MAX_TRIES) return failed(step, error);
        await pause(job, BETWEEN_TRIES_MS * tries);
        break;
      }
      default:
        return verdict satisfies never;
    }
  }
}

/** What the server has refused for one calendar it refuses for all. */
function wantsOneDate({ ledger }: Job): boolean {
  return Object.values(ledger.state().calendars).some(({ perDate }) => perDate);
}

/** How slots are to be written; a PUT that is written anew may be ignored by a server that compares meanings. */
function writing(job: Job, step: Step): Written | undefined {
  if (step.type !== 'replace-slots') return undefined;
  const { recentPuts } = record(job);
  const put = written(step.body, recentPuts);
  const sentBefore = lastSent(put.content, recentPuts);
  if (sentBefore !== undefined) job.memory.suspects.push({ step, sentBefore });
  return put;
}

async function finish(job: Job, step: Step, breakId: string | undefined): Promise<StepEnd> {
  const saved = await change(job, (known) => finished(known, step, breakId, nowOf(job)));
  return saved === undefined ? { type: 'done' } : STOPPED;
}

async function split(job: Job, step: Step): Promise<StepEnd> {
  const saved = await change(job, (known) => ({ ...known, pending: undefined, perDate: true }));
  if (saved !== undefined) return STOPPED;
  return {
    type: 'replaced-by',
    steps: step.type === 'replace-slots' ? onePerDate(step) : [step],
  };
}

/** The break to be moved is gone: what is wanted in its place is created. */
async function createAnew(job: Job, step: Step): Promise<StepEnd> {
  if (step.type !== 'move-break') return { type: 'done' };
  const { known, body } = step;
  if ((await change(job, (now) => breakGone(now, known.id))) !== undefined) return STOPPED;
  const { source, description } = known;
  return {
    type: 'replaced-by',
    steps: [{ type: 'create-break', source, body: { ...body, description } }],
  };
}

async function lookedUp(job: Job, step: Step, error: ClientError): Promise<StepEnd | 'repeat'> {
  const found = await lookUp(job, step);
  if (found.isErr()) {
    const verdict = verdictOn(step, found.error);
    if (verdict.type === 'stop') job.course.stop(verdict.ending);
    return verdict.type === 'stop' ? STOPPED : failed(step, error);
  }
  switch (found.value.type) {
    case 'took-effect':
      return finish(job, step, found.value.breakId);
    case 'gone':
      return createAnew(job, step);
    case 'no-effect':
      return 'repeat';
    default:
      return found.value satisfies never;
  }
}

function failed(step: Step, error: ClientError): StepEnd {
  return { type: 'failed', problem: { type: 'step-failed', step, error } };
}
