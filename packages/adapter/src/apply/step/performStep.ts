import type { Step } from '@slotwright/engine';
import { splitByDate } from '@slotwright/engine/plan';
import type { ClientError } from '../../http/error/clientError.js';
import { begun, breakGone, finished, undone } from '../../state/transitions.js';
import type { Problem } from '../report/problem.js';
import type { CalendarSession } from '../session/calendarSession.js';
import { type FailureMeaning, meaningOf } from './failureMeaning.js';
import { lastSent, written } from './putVariants.js';
import { reconcileStep } from './reconcileStep.js';
import { sendStep } from './sendStep.js';

/** A PUT that was sent though an equal one was sent shortly before: a server that compares meanings ignores it. */
export interface RepeatedPut {
  readonly step: Extract<Step, { readonly type: 'replace-slots' }>;
  /** When the equal one was sent, by `Uptime`. */
  readonly sentBefore: number;
}

/** How a step ended. */
export type StepEnd =
  | { readonly type: 'done'; readonly repeated?: RepeatedPut }
  /** These are to be done in its place. */
  | { readonly type: 'replaced-by'; readonly steps: readonly Step[] }
  | { readonly type: 'failed'; readonly problem: Problem }
  /** The run ends; its control knows why. */
  | { readonly type: 'stopped' };

const MAX_TRIES = 4;
const BETWEEN_TRIES_MS = 2_000;
const STOPPED: StepEnd = { type: 'stopped' };

/**
 * Carries a step out: recorded before it is sent and when it is done. While nobody knows whether a call about
 * a break had its effect, it is looked up and never simply repeated.
 */
export async function performStep(session: CalendarSession, step: Step): Promise<StepEnd> {
  if (step.type === 'replace-slots' && step.dates.length > 1 && session.oneDateOnly()) {
    return { type: 'replaced-by', steps: splitByDate(step) };
  }
  for (let tries = 1; ; tries += 1) {
    const sent = await recordedAndSent(session, step, tries);
    if (sent.type === 'refused') return await settledBy(session, step, sent.meaning, sent.error);
    if (sent.type !== 'unclear') return sent;
    const { error } = sent;
    const end = await reconciled(session, step, error);
    if (end !== 'repeat') return end;
    if (tries >= MAX_TRIES) return failed(step, error);
    await session.pause(BETWEEN_TRIES_MS * tries, 'retry');
  }
}

type Sent =
  | StepEnd
  | { readonly type: 'refused'; readonly error: ClientError; readonly meaning: FailureMeaning }
  /** It may have had its effect. */
  | { readonly type: 'unclear'; readonly error: ClientError };

/** One try. After a refusal that certainly had no effect, what is known is what it was before. */
async function recordedAndSent(session: CalendarSession, step: Step, tries: number): Promise<Sent> {
  if (session.control.beforeWrite() !== undefined) return STOPPED;
  const { published, recentPuts } = session.record();
  const times = session.times();
  const put = step.type === 'replace-slots' ? written(step.body, recentPuts) : undefined;
  const remembered =
    put === undefined
      ? undefined
      : { at: times.uptime, content: put.content, variant: put.variant };
  const saved = await session.change((known) =>
    begun(known, step, session.timezone, remembered, times),
  );
  if (saved === 'stopped') return STOPPED;
  const answer = await sendStep(session, step, put?.request);
  if (answer.isOk()) {
    const end = await recordDone(session, step, answer.value);
    const before = put === undefined ? undefined : lastSent(put.content, recentPuts);
    const isRepeated = end.type === 'done' && before !== undefined && step.type === 'replace-slots';
    return isRepeated ? { ...end, repeated: { step, sentBefore: before } } : end;
  }
  const { error } = answer;
  const meaning = meaningOf(step, error);
  // A break that exists at the second try may be what the first one made.
  if (meaning.type === 'look' || (meaning.type === 'exists' && tries > 1)) {
    return { type: 'unclear', error };
  }
  const hadNone = error.outcome === 'not-done';
  if (hadNone && (await session.change((known) => undone(known, published))) === 'stopped') {
    return STOPPED;
  }
  return { type: 'refused', error, meaning };
}

/** What a refusal comes to whose meaning is clear. */
async function settledBy(
  session: CalendarSession,
  step: Step,
  meaning: FailureMeaning,
  error: ClientError,
): Promise<StepEnd> {
  switch (meaning.type) {
    case 'stop':
      session.control.stop(meaning.ending);
      return STOPPED;
    case 'exists':
      // It is not ours, and takes the place of the one that was to be made.
      return await recordDone(session, step, undefined);
    case 'one-date-only': {
      const saved = await session.change((known) => ({
        ...known,
        pending: undefined,
        perDate: true,
      }));
      if (saved === 'stopped') return STOPPED;
      session.learnOneDateOnly();
      return {
        type: 'replaced-by',
        steps: step.type === 'replace-slots' ? splitByDate(step) : [step],
      };
    }
    case 'gone':
      return await createAnew(session, step);
    case 'look':
    case 'fail':
      return failed(step, error);
    default:
      return meaning satisfies never;
  }
}

async function reconciled(
  session: CalendarSession,
  step: Step,
  error: ClientError,
): Promise<StepEnd | 'repeat'> {
  const effect = await reconcileStep(session, step);
  if (effect.isErr()) {
    const meaning = meaningOf(step, effect.error);
    if (meaning.type === 'stop') session.control.stop(meaning.ending);
    return meaning.type === 'stop' ? STOPPED : failed(step, error);
  }
  switch (effect.value.type) {
    case 'took-effect':
      return await recordDone(session, step, effect.value.breakId);
    case 'gone':
      return await createAnew(session, step);
    case 'no-effect':
      return 'repeat';
    default:
      return effect.value satisfies never;
  }
}

async function recordDone(
  session: CalendarSession,
  step: Step,
  breakId: string | undefined,
): Promise<StepEnd> {
  const times = session.times();
  const saved = await session.change((known) => finished(known, step, breakId, times));
  return saved === 'saved' ? { type: 'done' } : STOPPED;
}

/** The break to be moved is gone: what is wanted in its place is created. */
async function createAnew(session: CalendarSession, step: Step): Promise<StepEnd> {
  if (step.type !== 'move-break') return { type: 'done' };
  const { known, body } = step;
  if ((await session.change((now) => breakGone(now, known.id))) === 'stopped') return STOPPED;
  const { source, description } = known;
  return {
    type: 'replaced-by',
    steps: [{ type: 'create-break', source, body: { ...body, description } }],
  };
}

function failed(step: Step, error: ClientError): StepEnd {
  return { type: 'failed', problem: { type: 'step-failed', step, error } };
}
