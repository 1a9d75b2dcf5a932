import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { atomicWrite } from './atomicWrite.js';
import { processIsAlive, takeLock } from './fileLock.js';
import { parseState } from './parseState.js';
import { newState, type State, type StateId } from './state.js';
import type { StateError } from './stateError.js';
import type { StateStore } from './stateStore.js';
import { systemCode } from './systemCode.js';

/** What a store has seen of its file: a save is refused where the file is not that any more. */
interface Seen extends StateId {
  readonly mark: string;
}

/**
 * A state in a JSON file that only its owner may read, about the server `target` (see `targetOf`). Writing
 * is atomic and survives a crash. A file that is damaged, of another program, of a later version or about
 * another server is an error and is never written to.
 */
export function jsonFileStore(path: string, target: string): StateStore {
  let seen: Seen | undefined;

  const read = async (): Promise<Result<State, StateError>> => {
    const mark = await markOf(path);
    try {
      const text = await readFile(path, 'utf8');
      const state = parseState(text, path, target);
      if (state.isOk()) seen = { ...state.value, mark };
      return state;
    } catch (thrown) {
      const code = systemCode(thrown);
      if (code !== 'ENOENT') return unusable(path, 'read', code);
      // As long as there is no file, the same new state every time.
      const lineage = seen?.serial === 0 ? seen.lineage : randomUUID();
      const state = newState(target, lineage);
      seen = { lineage, serial: 0, mark };
      return ok(state);
    }
  };

  const save = async (state: State): Promise<Result<void, StateError>> => {
    const succeeds = state.lineage === seen?.lineage && state.serial === seen.serial + 1;
    if (!succeeds || (await markOf(path)) !== seen?.mark) {
      return err({ type: 'changed-state', where: path });
    }
    try {
      await mkdir(dirname(path), { recursive: true });
      await atomicWrite(path, `${JSON.stringify(state, undefined, 1)}\n`);
      seen = { lineage: state.lineage, serial: state.serial, mark: await markOf(path) };
      return ok(undefined);
    } catch (thrown) {
      return unusable(path, 'save', systemCode(thrown));
    }
  };

  const lock = async () => {
    const made = await mkdir(dirname(path), { recursive: true }).catch(systemCode);
    if (made !== undefined && /^E[A-Z]+$/.test(made)) return unusable(path, 'lock', made);
    return takeLock(`${path}.lock`, { now: Date.now, isAlive: processIsAlive });
  };

  return {
    read: () => new ResultAsync(read()),
    save: (state) => new ResultAsync(save(state)),
    lock: () => new ResultAsync(lock()),
  };
}

function unusable(
  where: string,
  doing: 'read' | 'save' | 'lock',
  code: string,
): Result<never, StateError> {
  return err({ type: 'unusable-state', where, doing, code });
}

/** Differs whenever the file was replaced or written to. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch {
    return 'none';
  }
}
