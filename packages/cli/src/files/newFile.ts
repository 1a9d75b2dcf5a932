import { access, writeFile } from 'node:fs/promises';
import { systemCode } from '@slotwright/adapter';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';
import { notWritten } from './saveJson.js';

/** An error if there is a file of that name already: what somebody wrote is never written over. */
export async function checkFree(file: string): Promise<Result<undefined, Failure>> {
  const found = await ResultAsync.fromPromise(access(file), systemCode);
  return found.isOk() ? err(taken(file)) : ok(undefined);
}

/** Writes a file that there was not before. */
export function newFile(file: string, text: string): ResultAsync<void, Failure> {
  return ResultAsync.fromPromise(writeFile(file, text, { flag: 'wx' }), (cause) => {
    const code = systemCode(cause);
    return code === 'EEXIST'
      ? taken(file)
      : { exit: EXIT.failure, message: notWritten(file, code) };
  });
}

function taken(file: string): Failure {
  return {
    exit: EXIT.failure,
    message: `${file} is there already, and is not written over: name another file`,
  };
}
