import { lstat, readFile } from 'node:fs/promises';
import { ok, type Result, ResultAsync } from 'neverthrow';
import * as z from 'zod';
import type { StateError } from '../stateError.js';
import { readHead } from './head.js';
import { targetIn } from './marker.js';

const withTarget = z.looseObject({ target: z.string() });

/** The server that a state is about, also one in a single file; undefined where there is none. */
export function targetInState(path: string): ResultAsync<string | undefined, StateError> {
  return new ResultAsync(read(path));
}

async function read(path: string): Promise<Result<string | undefined, StateError>> {
  const isFile = (await lstat(path).catch(() => undefined))?.isFile() ?? false;
  if (!isFile) return await targetIn(path);
  const text = await readFile(path, 'utf8').catch(() => '');
  return readHead(text, path, 'slotwright-state').andThen((json) =>
    ok(withTarget.safeParse(json).data?.target),
  );
}
