import type { Step } from '@slotwright/engine';
import { errAsync, ok, okAsync, type Result } from 'neverthrow';
import type { ClientError } from '../http/error/clientError.js';
import { callOptions, type Job, reading, record } from './job.js';
import { breakSpan } from './span.js';

/** What became of a call whose answer is not known. */
export type Found =
  | { readonly type: 'took-effect'; readonly breakId: string | undefined }
  | { readonly type: 'no-effect' }
  /** The break that the call was about does not exist any more. */
  | { readonly type: 'gone' };

type Range = Parameters<typeof breakSpan>[0];

/**
 * Looks at Docplanner whether a step had its effect. Breaks are compared as instants, because Docplanner
 * writes them in its own zone. Slots cannot tell, as insurance does not show in them: a PUT is repeated.
 */
export async function lookUp(job: Job, step: Step): Promise<Result<Found, ClientError>> {
  switch (step.type) {
    case 'create-break':
      return findCreated(job, step);
    case 'move-break':
      return (await findKnown(job, step.known.id)).map((range): Found => {
        if (range === undefined) return { type: 'gone' };
        return sameTime(range, step.body) ? tookEffect(undefined) : { type: 'no-effect' };
      });
    case 'delete-break':
      return (await findKnown(job, step.known.id)).map(
        (range): Found => (range === undefined ? tookEffect(undefined) : { type: 'no-effect' }),
      );
    case 'replace-slots':
      return ok({ type: 'no-effect' });
    default:
      return step satisfies never;
  }
}

async function findCreated(
  job: Job,
  { body }: Extract<Step, { readonly type: 'create-break' }>,
): Promise<Result<Found, ClientError>> {
  const { since, till, description } = body;
  const ours = new Set(record(job).published.breaks.map(({ id }) => id));
  const listed = await reading(
    job,
    job.client.listBreaks(job.address, { since, till }, callOptions(job)),
  );
  return listed.map((breaks): Found => {
    const same = breaks.filter(
      (one) => sameTime(one, body) && (one.description ?? '') === description,
    );
    const found = same.find(({ id }) => !ours.has(id)) ?? same[0];
    return found === undefined ? { type: 'no-effect' } : tookEffect(found.id);
  });
}

async function findKnown(job: Job, id: string): Promise<Result<Range | undefined, ClientError>> {
  return reading(job, job.client.getBreak(job.address, id, callOptions(job)))
    .map((range): Range | undefined => range)
    .orElse((error) =>
      error.type === 'not-found' && error.message === 'Invalid break ID'
        ? okAsync(undefined)
        : errAsync(error),
    );
}

function tookEffect(breakId: string | undefined): Found {
  return { type: 'took-effect', breakId };
}

function sameTime(a: Range, b: Range): boolean {
  const [first, second] = [breakSpan(a), breakSpan(b)];
  return first.start === second.start && first.end === second.end;
}
