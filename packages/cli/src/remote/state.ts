import {
  type CalendarStore,
  describeStateError,
  jsonFolderStore,
  type StateError,
  targetInState,
} from '@slotwright/adapter';
import { EXIT, type Failure } from '../exit.js';

/** A state without a server of its own: there is none yet. */
const NOWHERE = 'nowhere';

/** The server that a state says it is about; undefined where there is none, or none that says so. */
export async function serverInState(folder: string): Promise<string | undefined> {
  return (await targetInState(folder)).unwrapOr(undefined);
}

/** A state as it is, about whichever server; empty where there is none. For looking only. */
export async function stateAsItIs(folder: string): Promise<CalendarStore> {
  return jsonFolderStore(folder, (await serverInState(folder)) ?? NOWHERE);
}

/** What is wrong with a state. */
export function stateFailure(error: StateError): Failure {
  return { exit: EXIT.failure, message: describeStateError(error) };
}
