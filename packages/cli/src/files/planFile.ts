import { readFile } from 'node:fs/promises';
import { type PlanFile, readPlanFile } from '@slotwright/engine';
import { err, ok, Result, ResultAsync } from 'neverthrow';
import { EXIT, type Failure, wrongUsage } from '../exit.js';
import { describeNotWritten, replaceFile } from './replaceFile.js';

const parseJson = Result.fromThrowable((text: string): unknown => JSON.parse(text));

/** Writes a plan to a file, in place of none or of another plan; anything else in that place is kept. */
export async function savePlan(file: string, plan: PlanFile): Promise<Result<void, Failure>> {
  const free = await isFree(file);
  if (free.isErr()) return err(free.error);
  return await replaceFile(file, `${JSON.stringify(plan, null, 1)}\n`).mapErr((error) => ({
    exit: EXIT.failure,
    message: describeNotWritten(error),
  }));
}

/** True of what calls itself a plan, also if it is damaged or of another version. */
export function isPlan(value: unknown): boolean {
  return readPlanFile(value).match(
    () => true,
    ({ type }) => type !== 'not-a-plan',
  );
}

async function isFree(file: string): Promise<Result<void, Failure>> {
  const read = await ResultAsync.fromPromise(readFile(file, 'utf8'), codeOf);
  if (read.isErr()) {
    if (read.error === 'ENOENT') return ok(undefined);
    return err({ exit: EXIT.failure, message: `${file}: cannot be written (${read.error})` });
  }
  const text = read.value;
  if (text === '' || parseJson(text).map(isPlan).unwrapOr(false)) return ok(undefined);
  return err(wrongUsage(`${file} is there and is no plan, so it is kept; give --out another name`));
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
}
