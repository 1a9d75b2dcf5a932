import { err, errAsync, ok, okAsync } from 'neverthrow';
import { newState, type State } from './state.js';
import type { StateStore } from './stateStore.js';

const WHERE = 'the state in memory';

/** A state that lives as long as the process, for tests and trials. */
export function memoryStore(target: string, lineage = 'memory'): StateStore {
  let state: State = newState(target, lineage);
  let locked = false;
  return {
    read: () => okAsync(state),
    save: (next) => {
      if (next.lineage !== state.lineage || next.serial !== state.serial + 1) {
        return errAsync({ type: 'changed-state', where: WHERE });
      }
      state = next;
      return okAsync(undefined);
    },
    lock: () =>
      okAsync(undefined).andThen(() => {
        if (locked) {
          return err({ type: 'locked-state' as const, where: WHERE, by: 'this process' });
        }
        locked = true;
        return ok(() => {
          locked = false;
          return Promise.resolve();
        });
      }),
  };
}
