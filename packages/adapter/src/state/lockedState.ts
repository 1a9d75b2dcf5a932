import { err, type Result, ResultAsync } from 'neverthrow';
import type { State } from './state.js';
import type { StateError } from './stateError.js';
import type { StateStore } from './stateStore.js';

/** Reads the state and does the work while nobody else can. */
export function lockedState<T, E>(
  store: StateStore,
  work: (state: State) => Promise<Result<T, E>>,
): ResultAsync<T, E | StateError> {
  const run = async (): Promise<Result<T, E | StateError>> => {
    const lock = await store.lock();
    if (lock.isErr()) return err(lock.error);
    try {
      const state = await store.read();
      return state.isErr() ? err(state.error) : await work(state.value);
    } finally {
      await lock.value();
    }
  };
  return new ResultAsync(run());
}
