import { readFile } from 'node:fs/promises';
import { systemCode } from '@slotwright/adapter';
import { readPlanFile } from '@slotwright/engine/files';
import type { PlanFile } from '@slotwright/engine/plan';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { EXIT, type Failure, wrongUsage } from '../exit.js';
import { readJson } from '../input/json.js';
import { notWritten, saveJson } from './saveJson.js';

/** Writes a plan to a file, in place of none or of another plan; anything else in that place is kept. */
export async function savePlan(file: string, plan: PlanFile): Promise<Result<void, Failure>> {
  const free = await isFree(file);
  if (free.isErr()) return err(free.error);
  return await saveJson(file, plan);
}

/** True of what calls itself a plan, also if it is damaged or of another version. */
export function isPlan(value: unknown): boolean {
  return readPlanFile(value).match(
    () => true,
    ({ type }) => type !== 'not-a-plan',
  );
}

async function isFree(file: string): Promise<Result<void, Failure>> {
  const read = await ResultAsync.fromPromise(readFile(file, 'utf8'), systemCode);
  if (read.isErr()) {
    if (read.error === 'ENOENT') return ok(undefined);
    return err({ exit: EXIT.failure, message: notWritten(file, read.error) });
  }
  const text = read.value;
  if (text === '' || readJson(text).map(isPlan).unwrapOr(false)) return ok(undefined);
  return err(wrongUsage(`${file} is there and is no plan, so it is kept; give --out another name`));
}
