import type { SyncPlan } from '@slotwright/engine';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { DocplannerClient } from '../resources/client.js';
import { calendarKey, isSameState, type State } from '../state/state.js';
import type { StateStore } from '../state/stateStore.js';
import type { ApplyError } from './applyError.js';
import { type ApplyOptions, type Settings, settingsOf } from './applyOptions.js';
import type { ApplyReport, CalendarReport } from './applyReport.js';
import { course } from './course.js';
import type { Job } from './job.js';
import { ledger } from './ledger.js';
import { runCalendar } from './runCalendar.js';

/**
 * Carries plans out against Docplanner, and reads back what it shows then. Every step is recorded in the
 * store before it is sent and when it is done, so it can be stopped or killed anywhere; run it again with new
 * plans until the report is a success (`isSuccess`).
 *
 * An error means that nothing was sent. Everything else is in the report: one calendar's failure does not
 * stop the others.
 */
export function applyPlan(
  client: DocplannerClient,
  plans: readonly SyncPlan[],
  options: ApplyOptions,
): ResultAsync<ApplyReport, ApplyError> {
  const settings = settingsOf(options);
  return new ResultAsync(Promise.resolve(check(plans, settings))).andThen(() =>
    locked(settings.store, (state) => carryOut(client, plans, settings, state)),
  );
}

function check(plans: readonly SyncPlan[], settings: Settings): Result<void, ApplyError> {
  const invalid = (option: string, expected: string): Result<void, ApplyError> =>
    err({ type: 'invalid-apply-option', option, expected });
  if (!(settings.maxWaitMs >= 0)) return invalid('maxWaitMs', 'milliseconds, 0 or more');
  if (!(settings.maxWrites >= 0)) return invalid('maxWrites', 'a number of calls, 0 or more');
  if (!(settings.settleMs >= 0)) return invalid('settleMs', 'milliseconds, 0 or more');
  if (!Number.isInteger(settings.parallel) || settings.parallel < 1) {
    return invalid('parallel', 'a whole number from 1');
  }
  const seen = new Set<string>();
  for (const plan of plans) {
    const key = calendarKey(plan);
    if (seen.has(key)) return err({ type: 'repeated-calendar', calendar: plan.calendar });
    seen.add(key);
  }
  return ok(undefined);
}

/** Reads the state and does the work while nobody else can. */
export function locked<T>(
  store: StateStore,
  work: (state: State) => Promise<Result<T, ApplyError>>,
): ResultAsync<T, ApplyError> {
  const run = async (): Promise<Result<T, ApplyError>> => {
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

async function carryOut(
  client: DocplannerClient,
  plans: readonly SyncPlan[],
  settings: Settings,
  state: State,
): Promise<Result<ApplyReport, ApplyError>> {
  const { basedOn } = settings;
  if (!isSameState(state, basedOn)) {
    const found = { lineage: state.lineage, serial: state.serial };
    return err({ type: 'stale-plan', basedOn, found });
  }
  const shared = {
    client,
    settings,
    ledger: ledger(settings.store, state),
    course: course(
      settings,
      plans.reduce((steps, plan) => steps + plan.steps.length, 0),
    ),
  };
  const reports = new Map<SyncPlan, CalendarReport>();
  const waiting = plans.values();
  const worker = async (): Promise<void> => {
    for (const plan of waiting) reports.set(plan, await runCalendar(jobOf(plan, shared)));
  };
  await Promise.all(Array.from({ length: settings.parallel }, worker));
  return ok({
    ending: shared.course.ending() ?? { type: 'complete' },
    calendars: plans.flatMap((plan) => reports.get(plan) ?? []),
  });
}

/** A plan with what its calls need. */
export function jobOf(
  plan: SyncPlan,
  shared: Pick<Job, 'client' | 'settings' | 'ledger' | 'course'>,
): Job {
  const { facilityId, doctorId, addressId } = plan;
  return {
    ...shared,
    plan,
    address: { facilityId, doctorId, addressId },
    counts: { reads: 0, writes: 0 },
    memory: { before: undefined, suspects: [] },
  };
}
