import { randomUUID } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { CalendarLock } from '../calendarStore.js';
import type { StateError } from '../stateError.js';
import { newCalendar, type StoredCalendar, successor } from '../storedCalendar.js';
import { systemCode } from '../systemCode.js';
import { writeCalendarFile } from './calendarFile.js';
import type { FolderLock } from './folderLock.js';

/** The file of a calendar whose folder is locked. */
export function calendarLock(
  file: string,
  calendar: StoredCalendar,
  lock: FolderLock,
): CalendarLock {
  let kept = calendar;

  const changed = async (
    next: StoredCalendar,
    change: () => Promise<void>,
  ): Promise<Result<StoredCalendar, StateError>> => {
    // Who sleeps and wakes without the lock must not write over what another has written since.
    const held = await lock.hold(0);
    if (held.isErr()) return err(held.error);
    try {
      await change();
      kept = next;
      return ok(next);
    } catch (thrown) {
      const code = systemCode(thrown);
      return err({ type: 'unusable-state', where: file, doing: 'save', code });
    }
  };

  return {
    calendar,
    hold: (forMs) => new ResultAsync(lock.hold(forMs)),
    save: (record) => {
      const next = successor(kept, record, randomUUID());
      return new ResultAsync(changed(next, () => writeCalendarFile(file, next)));
    },
    remove: () => {
      const nothing = newCalendar(kept.target, kept.address);
      const remove = (): Promise<void> => (kept.serial > 0 ? unlink(file) : Promise.resolve());
      return new ResultAsync(changed(nothing, remove)).map(() => undefined);
    },
    release: lock.release,
  };
}
