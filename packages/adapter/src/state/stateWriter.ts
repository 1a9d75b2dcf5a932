import { addressKey, type CalendarAddress } from '@slotwright/engine';
import { ok, type Result } from 'neverthrow';
import { type CalendarRecord, recordOf, type State } from './state.js';
import type { StateError } from './stateError.js';
import type { StateStore } from './stateStore.js';

/** The state while plans are carried out: the only place that saves it. */
export interface StateWriter {
  /** As it was saved last. */
  readonly state: () => State;
  /** Changes what is known of a calendar; saved when it returns. Changes are made one after the other. */
  readonly update: (
    address: CalendarAddress,
    change: (record: CalendarRecord) => CalendarRecord,
  ) => Promise<Result<void, StateError>>;
}

/** Goes on from a state that was just read from the store, and whose lock is held. */
export function stateWriter(store: StateStore, initial: State): StateWriter {
  let state = initial;
  let last: Promise<unknown> = Promise.resolve();

  const save = async (
    address: CalendarAddress,
    change: (record: CalendarRecord) => CalendarRecord,
  ): Promise<Result<void, StateError>> => {
    const before = recordOf(state, address);
    const record = change(before);
    if (record === before) return ok(undefined);
    const calendars = { ...state.calendars, [addressKey(address)]: record };
    const next: State = { ...state, serial: state.serial + 1, calendars };
    const saved = await store.save(next);
    if (saved.isOk()) state = next;
    return saved;
  };

  return {
    state: () => state,
    update: (address, change) => {
      const saved = last.then(() => save(address, change));
      last = saved;
      return saved;
    },
  };
}
