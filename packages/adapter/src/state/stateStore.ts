import type { ResultAsync } from 'neverthrow';
import type { State } from './state.js';
import type { StateError } from './stateError.js';

/** Gives a lock back. */
export type Release = () => Promise<void>;

/**
 * Where the state is kept. A port: `jsonFileStore` for one machine; anything else that can read and replace
 * one value atomically will do.
 */
export interface StateStore {
  /** The state as it was saved last; a new one if there is none. */
  readonly read: () => ResultAsync<State, StateError>;
  /**
   * Replaces the state, whole or not at all: once it has returned, the new one survives a crash. It has to
   * be the successor of the one that was read or saved last, else `changed-state`.
   */
  readonly save: (state: State) => ResultAsync<void, StateError>;
  /** Keeps every other process out until it is released. */
  readonly lock: () => ResultAsync<Release, StateError>;
}
