import type { CalendarAddress } from '@slotwright/engine';
import { err, ok, type Result, type ResultAsync } from 'neverthrow';
import type { DocplannerClient } from '../resources/client.js';
import { recordOf, type State } from '../state/state.js';
import type { ApplyError } from './applyError.js';
import { type ApplyOptions, settingsOf } from './applyOptions.js';
import { jobOf, locked } from './applyPlan.js';
import { course } from './course.js';
import { ledger } from './ledger.js';
import type { Problem } from './problem.js';
import { resume } from './resume.js';

/** What plans are to be made from. */
export interface Recovered {
  readonly state: State;
  /** Calendars of which it could not be found out what became of their last call. */
  readonly problems: readonly { readonly address: CalendarAddress; readonly problem: Problem }[];
}

/**
 * To be called before planning: finds out what became of calls that an earlier process left in flight, so that
 * plans know every break of ours. Sends no write call; where nothing was left, no call at all.
 */
export function recover(
  client: DocplannerClient,
  addresses: readonly CalendarAddress[],
  options: Omit<ApplyOptions, 'basedOn' | 'enable'>,
): ResultAsync<Recovered, ApplyError> {
  return locked(options.store, async (state): Promise<Result<Recovered, ApplyError>> => {
    const basedOn = { lineage: state.lineage, serial: state.serial };
    const settings = settingsOf({ ...options, basedOn, enable: 'refuse' });
    const shared = {
      client,
      settings,
      ledger: ledger(options.store, state),
      course: course(settings, 0),
    };
    const problems: { readonly address: CalendarAddress; readonly problem: Problem }[] = [];
    for (const address of addresses) {
      if (recordOf(state, address).pending === undefined) continue;
      const plan = { ...address, calendar: '', timezone: 'UTC', steps: [], expected: [] };
      const problem = await resume(jobOf(plan, shared));
      if (problem !== undefined) problems.push({ address, problem });
    }
    const ending = shared.course.ending();
    if (ending?.type === 'state-failed') return err(ending.error);
    return ok({ state: shared.ledger.state(), problems });
  });
}
