import {
  describeStateError,
  jsonFolderStore,
  type KnownCalendars,
  knownCalendars,
  targetInState,
} from '@slotwright/adapter';
import type { CalendarAddress } from '@slotwright/engine';
import type { Result } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';

/** A state without a server of its own: there is none yet. */
const NOWHERE = 'nowhere';

/** The server that a state says it is about; undefined where there is none, or none that says so. */
export async function serverInState(folder: string): Promise<string | undefined> {
  return (await targetInState(folder)).unwrapOr(undefined);
}

/** What is known of calendars, about whichever server; nothing where there is no state. For looking only. */
export async function lookAtState(
  folder: string,
  addresses: readonly CalendarAddress[],
): Promise<Result<KnownCalendars, Failure>> {
  const target = (await serverInState(folder)) ?? NOWHERE;
  return await knownCalendars(jsonFolderStore(folder, target), addresses).mapErr((error) => ({
    exit: EXIT.failure,
    message: describeStateError(error),
  }));
}
