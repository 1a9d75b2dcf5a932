import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { link, lstat, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { systemCode } from '../systemCode.js';
import { type ProcessIdentity, processIdentity } from './processIdentity.js';

/** A lock as it lies in a calendar's folder. */
export interface LockFile {
  readonly number: number;
  readonly path: string;
  /** Whose it is; undefined where that cannot be read. */
  readonly holder: Holder | undefined;
  /** Given back: it has no content any more. */
  readonly isFree: boolean;
  /** Another one whenever the lock was renewed. */
  readonly mark: string;
  /** When it was renewed last, in milliseconds by the clock of the file system. */
  readonly renewedAt: number;
}

const holder = z.object({ process: processIdentity, since: z.string() });
type Holder = z.infer<typeof holder>;

const NAME = /^lock\.(\d{1,15})$/;

export const lockPath = (folder: string, number: number): string => join(folder, `lock.${number}`);

/** The numbers of the locks of a folder. */
export async function lockNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const number = NAME.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** The one lock that counts: that of the highest number. Rejects with the system's error. */
export async function newestLock(folder: string): Promise<LockFile | undefined> {
  const number = Math.max(0, ...(await lockNumbers(folder)));
  if (number === 0) return undefined;
  const path = lockPath(folder, number);
  const stats = await lstat(path, { bigint: true });
  return {
    number,
    path,
    holder: stats.isFile() ? await holderIn(path) : undefined,
    isFree: stats.isFile() && stats.size === 0n,
    mark: markIn(stats),
    renewedAt: Number(stats.mtimeMs),
  };
}

/** What a lock's mark is now; none if it is gone. */
export async function markOf(path: string): Promise<string | undefined> {
  const stats = await lstat(path, { bigint: true }).catch(() => undefined);
  return stats === undefined ? undefined : markIn(stats);
}

const markIn = ({ ino, mtimeNs }: BigIntStats): string => `${ino} ${mtimeNs}`;

async function holderIn(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8');
  try {
    return holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Makes a lock of a number, whole or not at all: a temporary file that gets the name as well. `taken` where the
 * number is there already. Rejects with the system's error.
 */
export async function makeLock(
  folder: string,
  number: number,
  process: ProcessIdentity,
): Promise<'made' | 'taken'> {
  const temporary = join(folder, `lock.${randomUUID()}.tmp`);
  const content: Holder = { process, since: new Date().toISOString() };
  try {
    await writeFile(temporary, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
    await link(temporary, lockPath(folder, number));
    return 'made';
  } catch (thrown) {
    // The holder of a later lock tidies up, temporary files as well.
    const code = systemCode(thrown);
    if (code === 'EEXIST' || code === 'ENOENT') return 'taken';
    throw thrown;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** Removes what processes that were killed have left, of a folder whose newest lock is ours. */
export async function tidyUp(folder: string, own: number): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const number = NAME.exec(name)?.[1];
    const isOld = number === undefined ? name.endsWith('.tmp') : Number(number) < own;
    if (isOld) await unlink(join(folder, name)).catch(() => undefined);
  }
}

/** For people: whose lock it is. */
export function holderText({ holder: found }: LockFile): string {
  if (found === undefined) return 'a process that is not known';
  return `process ${found.process.pid} on ${found.process.host}, since ${found.since}`;
}
