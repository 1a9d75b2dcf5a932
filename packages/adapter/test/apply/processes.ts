import { err, ok, okAsync, ResultAsync } from 'neverthrow';
import type { StateStore } from '../../src/index.js';
import { parseState } from '../../src/state/parseState.js';
import { newState } from '../../src/state/state.js';

/** A file that outlives processes. */
export interface Disk {
  text: string;
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

export function emptyDisk(target: string): Disk {
  return { text: JSON.stringify(newState(target, 'lineage')) };
}

/** A store on the disk; `around` may kill the process before or after a save. */
export function storeOn(
  disk: Disk,
  target: string,
  process: Process,
  around: () => 'before' | 'after' | undefined,
): StateStore {
  return {
    read: () =>
      new ResultAsync(
        process.isAlive() ? Promise.resolve(parseState(disk.text, 'disk', target)) : forever(),
      ),
    save: (state) =>
      new ResultAsync(
        (async () => {
          if (!process.isAlive()) return forever();
          const when = around();
          if (when === 'before') return process.kill();
          const before = parseState(disk.text, 'disk', target)._unsafeUnwrap();
          if (state.serial !== before.serial + 1) {
            return err({ type: 'changed-state' as const, where: 'disk' });
          }
          disk.text = JSON.stringify(state);
          return when === 'after' ? process.kill() : ok(undefined);
        })(),
      ),
    lock: () => okAsync(() => Promise.resolve()),
  };
}
