import { readFile } from 'node:fs/promises';
import {
  describeStateError,
  jsonFileStore,
  type State,
  type StateError,
} from '@slotwright/adapter';
import { type Result, ResultAsync } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';
import { readJson } from '../input/json.js';

/** A state without a server of its own: there is no file yet. */
const NOWHERE = 'nowhere';

/** The server that a state file says it is about; undefined where there is none, or none that says so. */
export async function targetInState(file: string): Promise<string | undefined> {
  const text = await ResultAsync.fromPromise(readFile(file, 'utf8'), () => undefined);
  return text.map(targetIn).unwrapOr(undefined);
}

/** The state as it is, about whichever server; a new one where there is no file. For looking only. */
export async function lookAtState(file: string): Promise<Result<State, Failure>> {
  const target = (await targetInState(file)) ?? NOWHERE;
  return await jsonFileStore(file, target).read().mapErr(stateFailure);
}

/** What is wrong with a state. */
function stateFailure(error: StateError): Failure {
  return { exit: EXIT.failure, message: describeStateError(error) };
}

function targetIn(text: string): string | undefined {
  const json = readJson(text).unwrapOr(undefined);
  if (typeof json !== 'object' || json === null || !('target' in json)) return undefined;
  return typeof json.target === 'string' ? json.target : undefined;
}
