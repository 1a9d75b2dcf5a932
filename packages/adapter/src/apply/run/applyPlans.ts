import { addressKey, type SyncPlan } from '@slotwright/engine';
import { err, ok, type Result, type ResultAsync } from 'neverthrow';
import type { DocplannerClient } from '../../resources/client.js';
import { lockedState } from '../../state/lockedState.js';
import { isSameState, type State, type StateId } from '../../state/state.js';
import type { StateStore } from '../../state/stateStore.js';
import { stateWriter } from '../../state/stateWriter.js';
import type { ApplyReport } from '../report/applyReport.js';
import type { Settings } from '../session/applyOptions.js';
import { progressReporter } from '../session/progress.js';
import { runControl } from '../session/runControl.js';
import type { CalendarView } from '../verify/calendarView.js';
import type { ApplyError } from './applyError.js';
import { inParallel } from './inParallel.js';
import { runCalendar } from './runCalendar.js';

/** Plans, with what they were made from. */
export interface PlansToApply {
  readonly plans: readonly SyncPlan[];
  /** The state that the plans were made from; another one makes them stale. */
  readonly basedOn: StateId;
  /** What was seen at Docplanner when they were made, by `addressKey`; absent where nobody looked. */
  readonly views: ReadonlyMap<string, CalendarView>;
}

/**
 * Carries plans out against Docplanner, and reads back what it shows then. Every step is recorded in the
 * store before it is sent and when it is done, so it can be stopped or killed anywhere; run it again with new
 * plans until the report is a success (`isSuccess`).
 *
 * An error means that nothing was sent. Everything else is in the report: one calendar's failure does not
 * stop the others.
 */
export function applyPlans(
  client: DocplannerClient,
  store: StateStore,
  given: PlansToApply,
  settings: Settings,
): ResultAsync<ApplyReport, ApplyError> {
  return lockedState(store, async (state): Promise<Result<ApplyReport, ApplyError>> => {
    const refused = refusalOf(given, state);
    return refused === undefined
      ? ok(await carryOut(client, store, state, given, settings))
      : err(refused);
  });
}

function refusalOf({ plans, basedOn }: PlansToApply, state: State): ApplyError | undefined {
  const seen = new Set<string>();
  for (const plan of plans) {
    const key = addressKey(plan);
    if (seen.has(key)) return { type: 'repeated-calendar', calendar: plan.calendar };
    seen.add(key);
  }
  const found = { lineage: state.lineage, serial: state.serial };
  return isSameState(state, basedOn) ? undefined : { type: 'stale-plan', basedOn, found };
}

async function carryOut(
  client: DocplannerClient,
  store: StateStore,
  state: State,
  { plans, views }: PlansToApply,
  settings: Settings,
): Promise<ApplyReport> {
  const { signal, maxWrites, limits, ports, onProgress, parallel } = settings;
  const control = runControl(signal, maxWrites);
  const writes = plans.reduce((sum, { steps }) => sum + steps.length, 0);
  const progress = progressReporter(writes, limits.write, ports.clock, onProgress);
  const run = { client, settings, control, progress, writer: stateWriter(store, state) };
  const calendars = await inParallel(plans, parallel, (plan) =>
    runCalendar(run, plan, views.get(addressKey(plan))),
  );
  return { ending: control.ending() ?? { type: 'complete' }, calendars };
}
