import { lstat, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { CalendarAddress } from '@slotwright/engine';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { systemPorts } from '../../http/options/ports.js';
import type { CalendarLock, CalendarStore, LockWait } from '../calendarStore.js';
import type { StateError } from '../stateError.js';
import type { StoredCalendar } from '../storedCalendar.js';
import { systemCode } from '../systemCode.js';
import { readCalendarFile } from './calendarFile.js';
import { calendarLock } from './calendarLock.js';
import { type LockPorts, lockFolder } from './folderLock.js';
import { targetIn, writeMarker } from './marker.js';
import { addressIn, CALENDAR_FILE, folderName } from './names.js';
import { convertSingleFile } from './singleFile.js';

/** How a folder of state is used. */
export interface FolderOptions {
  /**
   * How long a calendar stays locked that is not renewed, in milliseconds; default 3 minutes. It has to be longer
   * than any request may take, and is the wait for the lock of a process that cannot be seen to be gone.
   */
  readonly leaseMs?: number;
  /** `break` takes calendars whoever has them: for people who know that nobody works on them. Default `respect`. */
  readonly locks?: 'respect' | 'break';
  /** Default: the system's clocks and timers. */
  readonly ports?: LockPorts;
}

const LEASE_MS = 180_000;

const systemLockPorts: LockPorts = {
  monotonic: () => performance.now(),
  wallClock: () => Date.now(),
  sleep: systemPorts.sleep,
  every: (ms, work) => {
    const timer = setInterval(work, ms).unref();
    return () => clearInterval(timer);
  },
};

/**
 * A folder that only its owner may read, with a folder for each calendar of the server `target` (see `targetOf`).
 * Writing is atomic and survives a crash. What is damaged, of another program, of a later version or about
 * another server is an error and is never written to; a state in one file, as it was before, is converted.
 */
export function jsonFolderStore(
  path: string,
  target: string,
  { leaseMs = LEASE_MS, locks = 'respect', ports = systemLockPorts }: FolderOptions = {},
): CalendarStore {
  const times = { ...ports, leaseMs, breakLocks: locks === 'break' };

  let opened: string | undefined;

  /** The folder as it is, whether there is one or not. */
  const open = async (): Promise<Result<string, StateError>> => {
    if (opened !== undefined) return ok(opened);
    const folder = await realpath(path).catch(() => path);
    const converted = await convertSingleFile(folder);
    if (converted.isErr()) return err(converted.error);
    const found = await stat(folder).catch(() => undefined);
    if (found !== undefined && !found.isDirectory()) {
      return err({ type: 'foreign-state', where: path });
    }
    return (await targetIn(folder)).andThen((known) => {
      if (known === target) opened = folder;
      return known === undefined || known === target
        ? ok(folder)
        : err<never, StateError>({
            type: 'other-target',
            where: path,
            found: known,
            wanted: target,
          });
    });
  };

  const read = async (address: CalendarAddress): Promise<Result<StoredCalendar, StateError>> => {
    const folder = await open();
    if (folder.isErr()) return err(folder.error);
    return readCalendarFile(
      join(folder.value, folderName(address), CALENDAR_FILE),
      target,
      address,
    );
  };

  const list = async (): Promise<Result<readonly CalendarAddress[], StateError>> => {
    const folder = await open();
    if (folder.isErr()) return err(folder.error);
    const names = await readdir(folder.value).catch((): string[] => []);
    const kept = names.map(async (name) => {
      const address = addressIn(name);
      const file = await lstat(join(folder.value, name, CALENDAR_FILE)).catch(() => undefined);
      return address === undefined || file === undefined ? [] : [address];
    });
    return ok((await Promise.all(kept)).flat());
  };

  const lock = async (
    address: CalendarAddress,
    wait: LockWait,
  ): Promise<Result<CalendarLock, StateError>> => {
    const folder = await open();
    if (folder.isErr()) return err(folder.error);
    const own = join(folder.value, folderName(address));
    try {
      if (opened === undefined) {
        await mkdir(folder.value, { recursive: true, mode: 0o700 });
        await writeMarker(folder.value, target);
      }
      await mkdir(own, { recursive: true, mode: 0o700 });
    } catch (thrown) {
      return err({ type: 'unusable-state', where: own, doing: 'lock', code: systemCode(thrown) });
    }
    const locked = await lockFolder(own, times, wait);
    if (locked.isErr()) return err(locked.error);
    const file = join(own, CALENDAR_FILE);
    const calendar = await readCalendarFile(file, target, address);
    if (calendar.isOk()) return ok(calendarLock(file, calendar.value, locked.value));
    await locked.value.release();
    return err(calendar.error);
  };

  return {
    read: (address) => new ResultAsync(read(address)),
    list: () => new ResultAsync(list()),
    lock: (address, wait) => new ResultAsync(lock(address, wait)),
  };
}
