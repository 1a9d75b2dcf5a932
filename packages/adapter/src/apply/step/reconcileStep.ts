import type { Step } from '@slotwright/engine';
import { errAsync, okAsync, type ResultAsync } from 'neverthrow';
import type { ClientError } from '../../http/error/clientError.js';
import type { RemoteBreak } from '../../wire/breaks.js';
import type { CalendarSession } from '../session/calendarSession.js';
import { isNoBreak } from './failureMeaning.js';
import { breakTime } from './uncovered.js';

/** What became of a call whose answer is not known. */
export type StepEffect =
  | { readonly type: 'took-effect'; readonly breakId: string | undefined }
  | { readonly type: 'no-effect' }
  /** The break that the call was about does not exist any more. */
  | { readonly type: 'gone' };

type Range = Parameters<typeof breakTime>[0];

/**
 * Looks at Docplanner whether a step that was sent had its effect. Breaks are compared as instants, because
 * Docplanner writes them in its own zone. Slots cannot tell, as insurance does not show in them: a PUT is
 * repeated.
 */
export function reconcileStep(
  session: CalendarSession,
  step: Step,
): ResultAsync<StepEffect, ClientError> {
  switch (step.type) {
    case 'create-break': {
      const ours = new Set(session.record().published.breaks.map(({ id }) => id));
      const { since, till } = step.body;
      return session
        .read((client, options) => client.listBreaks(session.address, { since, till }, options))
        .map((listed) => createdBreak(listed, step.body, ours));
    }
    case 'move-break':
      return findBreak(session, step.known.id).map((range): StepEffect => {
        if (range === undefined) return { type: 'gone' };
        return sameTime(range, step.body) ? tookEffect(undefined) : { type: 'no-effect' };
      });
    case 'delete-break':
      return findBreak(session, step.known.id).map(
        (range): StepEffect =>
          range === undefined ? tookEffect(undefined) : { type: 'no-effect' },
      );
    case 'replace-slots':
      return okAsync({ type: 'no-effect' });
    default:
      return step satisfies never;
  }
}

/** The break that a POST made: one with its time and description, and if there are two, the one not known yet. */
function createdBreak(
  listed: readonly RemoteBreak[],
  body: Extract<Step, { readonly type: 'create-break' }>['body'],
  ours: ReadonlySet<string>,
): StepEffect {
  const same = listed.filter(
    (one) => sameTime(one, body) && (one.description ?? '') === body.description,
  );
  const found = same.find(({ id }) => !ours.has(id)) ?? same[0];
  return found === undefined ? { type: 'no-effect' } : tookEffect(found.id);
}

function findBreak(
  session: CalendarSession,
  id: string,
): ResultAsync<Range | undefined, ClientError> {
  return session
    .read((client, options) => client.getBreak(session.address, id, options))
    .map((range): Range | undefined => range)
    .orElse((error) => (isNoBreak(error) ? okAsync(undefined) : errAsync(error)));
}

function tookEffect(breakId: string | undefined): StepEffect {
  return { type: 'took-effect', breakId };
}

function sameTime(a: Range, b: Range): boolean {
  const [first, second] = [breakTime(a), breakTime(b)];
  return first !== undefined && first.start === second?.start && first.end === second.end;
}
