import type { SlotsRequest, Step } from '@slotwright/engine';
import type { ResultAsync } from 'neverthrow';
import type { ClientError } from '../http/error/clientError.js';
import { callOptions, type Job } from './job.js';

/** Makes the one call of a step, with slots as they are to be written. Returns the id of a new break. */
export function send(
  job: Job,
  step: Step,
  request: SlotsRequest | undefined,
): ResultAsync<string | undefined, ClientError> {
  const { client, address, counts } = job;
  const options = callOptions(job);
  const nothing = (): undefined => undefined;
  counts.writes += 1;
  switch (step.type) {
    case 'create-break':
      return client.createBreak(address, step.body, options).map(({ id }) => id);
    case 'move-break':
      return client.moveBreak(address, step.known.id, step.body, options).map(nothing);
    case 'delete-break':
      return client.deleteBreak(address, step.known.id, options).map(nothing);
    case 'replace-slots':
      return client.replaceSlots(address, request ?? step.body, options).map(nothing);
    default:
      return step satisfies never;
  }
}
