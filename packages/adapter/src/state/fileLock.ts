import { randomUUID } from 'node:crypto';
import { readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import type { StateError } from './stateError.js';
import type { Release } from './stateStore.js';
import { systemCode } from './systemCode.js';

const Holder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  since: z.string(),
  id: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** What a lock needs to know of the machine. */
export interface LockPorts {
  readonly now: () => number;
  /** Whether a process of this machine is running. */
  readonly isAlive: (pid: number) => boolean;
}

/**
 * Takes the lock file `path`, or takes over that of a process of this machine that is gone. A lock that
 * cannot be read, or is another machine's, stays.
 */
export async function takeLock(
  path: string,
  { now, isAlive }: LockPorts,
): Promise<Result<Release, StateError>> {
  const id = randomUUID();
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date(now()).toISOString(),
    id,
  };
  const release = async (): Promise<void> => {
    if ((await holder(path))?.id === id) await unlink(path).catch(() => undefined);
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const code = await create(path, own);
    if (code === undefined) return ok(release);
    if (code !== 'EEXIST') return err({ type: 'unusable-state', where: path, doing: 'lock', code });
    const other = await holder(path);
    const gone = other !== undefined && other.host === own.host && !isAlive(other.pid);
    if (!gone) return err({ type: 'locked-state', where: path, by: nameOf(other) });
    await putAside(path, other.id);
  }
  return err({ type: 'locked-state', where: path, by: nameOf(await holder(path)) });
}

async function create(path: string, own: Holder): Promise<string | undefined> {
  try {
    await writeFile(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (thrown) {
    return systemCode(thrown);
  }
}

/** Renaming first: of two processes that find the same dead lock only one can take it away. */
async function putAside(path: string, id: string): Promise<void> {
  const aside = `${path}.${id}.stale`;
  await rename(path, aside).catch(() => undefined);
  const moved = await holder(aside);
  // Somebody else was faster, and it was a living lock that was moved: put it back.
  if (moved !== undefined && moved.id !== id) await rename(aside, path).catch(() => undefined);
  else await unlink(aside).catch(() => undefined);
}

async function holder(path: string): Promise<Holder | undefined> {
  try {
    return Holder.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function nameOf(other: Holder | undefined): string {
  if (other === undefined) return 'a process that is not known';
  return `process ${other.pid} on ${other.host}, since ${other.since}`;
}

/** True unless the system says that there is no such process. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return systemCode(thrown) !== 'ESRCH';
  }
}
