import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { atomicWrite } from '../atomicWrite.js';
import type { StateError } from '../stateError.js';
import { systemCode } from '../systemCode.js';
import { readHead } from './head.js';

/** The file that tells a state's folder from others, and the server that it is about. */
const MARKER = 'state.json';
const KIND = 'slotwright-state';

const markerSchema = z.strictObject({
  version: z.literal(2),
  kind: z.literal(KIND),
  target: z.string().min(1),
});

/** The server that a folder's state is about; undefined where there is no state yet. */
export async function targetIn(folder: string): Promise<Result<string | undefined, StateError>> {
  const path = join(folder, MARKER);
  try {
    if (!(await lstat(path)).isFile()) return err({ type: 'foreign-state', where: path });
    const text = await readFile(path, 'utf8');
    return readHead(text, path, KIND).andThen((json) => {
      const parsed = markerSchema.safeParse(json);
      return parsed.success
        ? ok(parsed.data.target)
        : err<never, StateError>({ type: 'corrupt-state', where: path, problem: 'no target' });
    });
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code !== 'ENOENT') return err({ type: 'unusable-state', where: path, doing: 'read', code });
  }
  // Without the marker it has to be a folder in which nothing is: we make no others ours.
  const names = await readdir(folder).catch((): string[] => []);
  const isEmpty = names.every((name) => name.endsWith('.tmp'));
  return isEmpty ? ok(undefined) : err({ type: 'foreign-state', where: folder });
}

/** Makes a folder that of a state. Rejects with the system's error. */
export async function writeMarker(folder: string, target: string): Promise<void> {
  await atomicWrite(
    join(folder, MARKER),
    `${JSON.stringify({ version: 2, kind: KIND, target })}\n`,
  );
}
