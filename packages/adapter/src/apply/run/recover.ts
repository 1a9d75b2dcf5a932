import type { CalendarAddress } from '@slotwright/engine';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { ClientError } from '../../http/error/clientError.js';
import type { DocplannerClient } from '../../resources/client.js';
import type { CalendarStore } from '../../state/calendarStore.js';
import { type KnownCalendars, knownCalendars } from '../../state/knownCalendars.js';
import type { StateError } from '../../state/stateError.js';
import type { Settings } from '../session/applyOptions.js';
import { type CalendarPlace, openSession, type Run } from '../session/calendarSession.js';
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
 * ours, and returns what is known then. Sends no write call; where nothing was left, no call at all.
 */
export function recover(
  client: DocplannerClient,
  store: CalendarStore,
  places: readonly CalendarPlace[],
  settings: Settings,
): ResultAsync<KnownCalendars, StateError | UnclearCall> {
  const control = runControl(settings.signal, 0);
  const progress = progressReporter(0, [], settings.ports.clock, () => undefined);
  const learned = { oneDateOnly: false };
  const run: Run = { client, settings, control, progress, store, learned };
  const addresses = places.map(({ address }): CalendarAddress => address);
  return knownCalendars(store, addresses).andThen((known) => {
    const unclear = places.filter(({ address }) => known.of(address).record.pending !== undefined);
    if (unclear.length === 0) return new ResultAsync(Promise.resolve(ok(known)));
    return new ResultAsync(recoverAll(run, unclear)).andThen(() =>
      knownCalendars(store, addresses),
    );
  });
}

async function recoverAll(
  run: Run,
  places: readonly CalendarPlace[],
): Promise<Result<void, StateError | UnclearCall>> {
  for (const place of places) {
    const lock = await run.store.lock(place.address, { signal: run.settings.signal });
    if (lock.isErr()) return err(lock.error);
    const session = openSession(run, place, lock.value);
    const error = await recoverPending(session).finally(lock.value.release);
    const unkept = session.failure();
    if (unkept !== undefined) return err(unkept);
    if (error !== undefined) {
      return err({ type: 'unclear-call', calendar: place.calendar, error });
    }
  }
  return ok(undefined);
}
