import { addressKey, type CalendarAddress } from '@slotwright/engine';
import { err, ok, ResultAsync } from 'neverthrow';
import {
  type CalendarLock,
  type CalendarRecord,
  type CalendarStore,
  newCalendar,
  type StateError,
  type StoredCalendar,
  successor,
} from '../../src/index.js';

/** What outlives processes: the text of each calendar's file, and who has locked it. */
export interface Disk {
  readonly texts: Map<string, string>;
  readonly holders: Map<string, Process>;
}

/** One process: once it is killed, nothing that it asks for is ever answered. */
export interface Process {
  readonly killed: Promise<'killed'>;
  readonly kill: () => Promise<never>;
  readonly isAlive: () => boolean;
}

const forever = (): Promise<never> => new Promise(() => undefined);

export function startProcess(): Process {
  let alive = true;
  let tell: (value: 'killed') => void = () => undefined;
  const killed = new Promise<'killed'>((resolve) => {
    tell = resolve;
  });
  return {
    killed,
    isAlive: () => alive,
    kill: () => {
      alive = false;
      tell('killed');
      return forever();
    },
  };
}

export function emptyDisk(): Disk {
  return { texts: new Map(), holders: new Map() };
}

/** What is kept of a calendar. */
export function recordOn(disk: Disk, address: CalendarAddress): CalendarRecord {
  return keptOn(disk, '', address).record;
}

function keptOn(disk: Disk, target: string, address: CalendarAddress): StoredCalendar {
  const text = disk.texts.get(addressKey(address));
  return text === undefined ? newCalendar(target, address) : JSON.parse(text);
}

/** A store on the disk; `around` may kill the process before or after a save. */
export function storeOn(
  disk: Disk,
  target: string,
  process: Process,
  around: () => 'before' | 'after' | undefined,
): CalendarStore {
  const alive = <T>(how: () => T | Promise<T>): Promise<T> =>
    process.isAlive() ? Promise.resolve(how()) : forever();
  const kept = (address: CalendarAddress): StoredCalendar => keptOn(disk, target, address);
  const lockOf = (address: CalendarAddress): CalendarLock => {
    const key = addressKey(address);
    const held = (how: () => void): ResultAsync<void, StateError> =>
      new ResultAsync(
        alive(() =>
          disk.holders.get(key) === process
            ? ok(how())
            : err({ type: 'lost-lock' as const, where: key }),
        ),
      );
    return {
      calendar: kept(address),
      hold: () => held(() => undefined),
      save: (record) =>
        new ResultAsync(
          alive(async () => {
            if (disk.holders.get(key) !== process) {
              return err({ type: 'lost-lock' as const, where: key });
            }
            const when = around();
            if (when === 'before') return process.kill();
            const next = successor(kept(address), record, 'lineage');
            disk.texts.set(key, JSON.stringify(next));
            return when === 'after' ? process.kill() : ok(next);
          }),
        ),
      remove: () => held(() => void disk.texts.delete(key)),
      release: () =>
        alive(() => {
          if (disk.holders.get(key) === process) disk.holders.delete(key);
        }),
    };
  };
  return {
    read: (address) => new ResultAsync(alive(() => ok(kept(address)))),
    list: () =>
      new ResultAsync(
        alive(() => ok([...disk.texts.values()].map((text) => JSON.parse(text).address))),
      ),
    lock: (address) =>
      new ResultAsync(
        alive(() => {
          const key = addressKey(address);
          if (disk.holders.get(key)?.isAlive() === true) {
            return err({ type: 'locked-state' as const, where: key, by: 'another process' });
          }
          disk.holders.set(key, process);
          return ok(lockOf(address));
        }),
      ),
  };
}
