import { type FileHandle, open } from 'node:fs/promises';
import { err, ok, type Result } from 'neverthrow';
import type { LockWait } from '../calendarStore.js';
import type { StateError } from '../stateError.js';
import { systemCode } from '../systemCode.js';
import {
  holderText,
  type LockFile,
  lockNumbers,
  lockPath,
  makeLock,
  markOf,
  newestLock,
  tidyUp,
} from './lockFiles.js';
import { isRunning, ownIdentity } from './processIdentity.js';

/** What a lock takes from its surroundings. */
export interface LockPorts {
  /** Milliseconds from any beginning, that never jump. */
  readonly monotonic: () => number;
  /** Milliseconds since 1970, by the clock that stamps files: only a hint, as it may have been set. */
  readonly wallClock: () => number;
  /** Resolves after so many milliseconds, earlier when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Calls `work` again and again until the function that it returns is called; keeps no process alive. */
  readonly every: (ms: number, work: () => void) => () => void;
}

/** How long a lock lasts that is not renewed. */
export interface LockTimes extends LockPorts {
  readonly leaseMs: number;
  /** Takes a lock whosever it is: for people who know that its holder is gone. */
  readonly breakLocks: boolean;
}

/** A folder that nobody else works in, unless it was lost. */
export interface FolderLock {
  /** The highest of the folder, as long as it is held. */
  readonly number: number;
  /** Makes sure that it is ours for so many milliseconds more. */
  readonly hold: (forMs: number) => Promise<Result<void, StateError>>;
  readonly release: () => Promise<void>;
}

/** So often a lock is renewed while it lasts, and looked at by those who wait for it. */
const RENEWALS = 4;
const LOOKS = 24;

/**
 * Locks a folder, across processes and machines that share it. A lock is a numbered file, and the highest number
 * counts. It is never removed, only followed by the next, so that no number is ever used twice and whoever lost a
 * lock can see it. It is followed when it was given back, when its process is known to be gone, or when it has
 * been watched for as long as it lasts and was not renewed. Clocks need not agree: what is compared is whether
 * the file's time stamp changed, over a time that cannot jump.
 *
 * Law: at any time at most one lock is held for the time that its last `hold` asked for.
 */
export async function lockFolder(
  folder: string,
  times: LockTimes,
  { signal, onWait }: LockWait,
): Promise<Result<FolderLock, StateError>> {
  let watched: { readonly lock: LockFile; readonly since: number } | undefined;
  for (;;) {
    const seen = await newestLock(folder).catch((thrown: unknown) => systemCode(thrown));
    if (typeof seen === 'string') return unusable(folder, seen);
    const isExpired =
      watched !== undefined &&
      watched.lock.mark === seen?.mark &&
      times.monotonic() - watched.since > times.leaseMs;
    if (seen === undefined || isOver(seen, times) || isExpired) {
      const lock = await follow(folder, seen, times);
      if (lock === 'taken') continue;
      if (lock.isErr()) return lock;
      // Renewed just before it was followed, it is held by whoever did so for as long as it lasts.
      if (isExpired && seen !== undefined && (await markOf(seen.path)) !== seen.mark) {
        await times.sleep(times.leaseMs, signal);
      }
      if (!signal.aborted) {
        await tidyUp(folder, lock.value.number);
        return lock;
      }
      await lock.value.release();
    }
    const by = seen === undefined ? 'this process' : holderText(seen);
    const locked = { type: 'locked-state', where: folder, by } as const;
    if (signal.aborted || seen === undefined || isLively(seen, times)) return err(locked);
    if (watched?.lock.number !== seen.number) {
      watched = { lock: seen, since: times.monotonic() };
      onWait?.(times.leaseMs);
    } else if (watched.lock.mark !== seen.mark) {
      return err(locked);
    }
    await times.sleep(times.leaseMs / LOOKS, signal);
  }
}

/** It was given back, its process ran here and does not any more, or people say that it is over. */
function isOver({ isFree, holder }: LockFile, { breakLocks }: LockTimes): boolean {
  const isGone = holder !== undefined && isRunning(holder.process) === 'no';
  return isFree || isGone || breakLocks;
}

/** Its process runs here, and by the clock, which may have been set, it was renewed as it should be. */
function isLively({ holder, renewedAt }: LockFile, { wallClock, leaseMs }: LockTimes): boolean {
  const age = wallClock() - renewedAt;
  return (
    holder !== undefined && isRunning(holder.process) === 'yes' && age > -1000 && age <= leaseMs
  );
}

/** Makes the next lock; `taken` if somebody else did. */
async function follow(
  folder: string,
  seen: LockFile | undefined,
  times: LockTimes,
): Promise<Result<FolderLock, StateError> | 'taken'> {
  const number = (seen?.number ?? 0) + 1;
  try {
    if ((await makeLock(folder, number, ownIdentity())) === 'taken') return 'taken';
    const file = await open(lockPath(folder, number), 'r+');
    const lock = heldLock(folder, number, file, times);
    // A number that was tidied up long ago could be made once more: then a higher one is there.
    const held = await lock.hold(0);
    if (held.isErr()) {
      await lock.release();
      return 'taken';
    }
    return ok(lock);
  } catch (thrown) {
    return unusable(folder, systemCode(thrown));
  }
}

function heldLock(
  folder: string,
  number: number,
  file: FileHandle,
  { leaseMs, every, wallClock, monotonic }: LockTimes,
): FolderLock {
  let stamp = 0;
  let released = false;
  /** Through the open file: what follows it, under whatever name, is not touched. */
  const renew = async (): Promise<void> => {
    stamp = Math.max(wallClock(), stamp + 1);
    await file.utimes(stamp / 1000, stamp / 1000);
  };
  const stop = every(leaseMs / RENEWALS, () => void (released || renew().catch(() => undefined)));
  const lost = { type: 'lost-lock', where: folder } as const;
  return {
    number,
    hold: async (forMs) => {
      const asked = monotonic();
      try {
        if (!released) await renew();
        const numbers = await lockNumbers(folder);
        const isOurs = numbers.includes(number) && Math.max(...numbers) === number;
        const isLongEnough = monotonic() - asked + forMs < leaseMs;
        return !released && isOurs && isLongEnough ? ok(undefined) : err(lost);
      } catch {
        return err(lost);
      }
    },
    release: async () => {
      if (released) return;
      released = true;
      stop();
      await file.truncate(0).catch(() => undefined);
      await file.close().catch(() => undefined);
    },
  };
}

function unusable(where: string, code: string): Result<never, StateError> {
  return err({ type: 'unusable-state', where, doing: 'lock', code });
}
