import type { Step } from '@slotwright/engine';
import type { SlotsRequest } from '@slotwright/engine/plan';
import type { ResultAsync } from 'neverthrow';
import type { ClientError } from '../../http/error/clientError.js';
import type { CalendarSession } from '../session/calendarSession.js';

/** Makes the one call of a step, with slots as they are to be written. Returns the id of a new break. */
export function sendStep(
  { address, write }: CalendarSession,
  step: Step,
  request: SlotsRequest | undefined,
): ResultAsync<string | undefined, ClientError> {
  const nothing = (): undefined => undefined;
  switch (step.type) {
    case 'create-break':
      return write((client, options) => client.createBreak(address, step.body, options)).map(
        ({ id }) => id,
      );
    case 'move-break':
      return write((client, options) =>
        client.moveBreak(address, step.known.id, step.body, options),
      ).map(nothing);
    case 'delete-break':
      return write((client, options) => client.deleteBreak(address, step.known.id, options)).map(
        nothing,
      );
    case 'replace-slots':
      return write((client, options) =>
        client.replaceSlots(address, request ?? step.body, options),
      ).map(nothing);
    default:
      return step satisfies never;
  }
}
