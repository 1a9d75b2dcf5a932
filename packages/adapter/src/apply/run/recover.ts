import { err, ok, type Result, type ResultAsync } from 'neverthrow';
import type { ClientError } from '../../http/error/clientError.js';
import type { DocplannerClient } from '../../resources/client.js';
import { lockedState } from '../../state/lockedState.js';
import { recordOf, type State } from '../../state/state.js';
import type { StateError } from '../../state/stateError.js';
import type { StateStore } from '../../state/stateStore.js';
import { stateWriter } from '../../state/stateWriter.js';
import type { Settings } from '../session/applyOptions.js';
import { type CalendarPlace, openSession } from '../session/calendarSession.js';
import { progressReporter } from '../session/progress.js';
import { runControl } from '../session/runControl.js';
import { recoverPending } from '../step/recoverPending.js';

/** It cannot be found out what became of a calendar's last call. */
export interface UnclearCall {
  /** Of this kind of error. */
  readonly type: 'unclear-call';
  /** The calendar's id in the document. */
  readonly calendar: string;
  /** What keeps it from being found out. */
  readonly error: ClientError;
}

/**
 * Finds out what became of calls that an earlier process left in flight, so that plans know every break of
 * ours, and returns the state then. Sends no write call; where nothing was left, no call at all.
 */
export function recover(
  client: DocplannerClient,
  store: StateStore,
  places: readonly CalendarPlace[],
  settings: Settings,
): ResultAsync<State, StateError | UnclearCall> {
  return lockedState(store, async (state): Promise<Result<State, StateError | UnclearCall>> => {
    const control = runControl(settings.signal, 0);
    const progress = progressReporter(0, [], settings.ports.clock, () => undefined);
    const run = { client, settings, control, progress, writer: stateWriter(store, state) };
    for (const place of places) {
      if (recordOf(state, place.address).pending === undefined) continue;
      const error = await recoverPending(openSession(run, place));
      const ending = control.ending();
      if (ending?.type === 'state-failed') return err(ending.error);
      if (error !== undefined) {
        return err({ type: 'unclear-call', calendar: place.calendar, error });
      }
    }
    return ok(run.writer.state());
  });
}
