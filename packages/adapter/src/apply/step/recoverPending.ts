import type { ClientError } from '../../http/error/clientError.js';
import { breakGone, finished } from '../../state/transitions.js';
import type { CalendarSession } from '../session/calendarSession.js';
import { reconcileStep } from './reconcileStep.js';

/**
 * Finds out what became of the step that an earlier process left in flight. One that had its effect is
 * recorded; one that had none is forgotten, and the next plan has it again. The dates of a PUT are in doubt
 * since it was sent, so the plan has them whole. Returns why it cannot be found out, if it cannot.
 */
export async function recoverPending(session: CalendarSession): Promise<ClientError | undefined> {
  const { pending } = session.record();
  if (pending === undefined) return undefined;
  const { step } = pending;
  const effect = await reconcileStep(session, step);
  if (effect.isErr()) return effect.error;
  const times = session.times();
  await session.change((known) => {
    switch (effect.value.type) {
      case 'took-effect':
        return finished(known, step, effect.value.breakId, times);
      case 'gone':
        return step.type === 'move-break' ? breakGone(known, step.known.id) : known;
      case 'no-effect':
        return { ...known, pending: undefined };
      default:
        return effect.value satisfies never;
    }
  });
  return undefined;
}
