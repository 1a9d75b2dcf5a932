import { atomicWrite, systemCode } from '@slotwright/adapter';
import { ResultAsync } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';

/** Replaces a file with a value as JSON, whole or not at all, readable by its owner only. */
export function saveJson(file: string, value: object): ResultAsync<void, Failure> {
  return ResultAsync.fromPromise(
    atomicWrite(file, `${JSON.stringify(value, null, 1)}\n`),
    (cause) => ({ exit: EXIT.failure, message: notWritten(file, systemCode(cause)) }),
  );
}

/** One line for people; the code is the system's, such as EACCES. */
export function notWritten(file: string, code: string): string {
  return `${file}: cannot be written (${code})`;
}
