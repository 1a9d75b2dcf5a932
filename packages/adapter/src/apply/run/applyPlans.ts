import { addressKey, type SyncPlan } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import type { DocplannerClient } from '../../resources/client.js';
import type { CalendarStore } from '../../state/calendarStore.js';
import type { KnownCalendars } from '../../state/knownCalendars.js';
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
  /** What the plans were made from; where something else is known by now, a plan is stale. */
  readonly known: KnownCalendars;
  /** What was seen at Docplanner when they were made, by `addressKey`; absent where nobody looked. */
  readonly views: ReadonlyMap<string, CalendarView>;
  /** Ids of those that are forgotten once they are carried out. */
  readonly retired: ReadonlySet<string>;
}

/**
 * Carries plans out against Docplanner, and reads back what it shows then. Every step is recorded in the
 * store before it is sent and when it is done, so it can be stopped or killed anywhere; run it again with new
 * plans until the report is a success (`isSuccess`).
 *
 * An error means that nothing was sent. Everything else is in the report: one calendar's failure does not
 * stop the others.
 */
export async function applyPlans(
  client: DocplannerClient,
  store: CalendarStore,
  { plans, known, views, retired }: PlansToApply,
  settings: Settings,
): Promise<Result<ApplyReport, ApplyError>> {
  const repeated = repeatedIn(plans);
  if (repeated !== undefined) return err({ type: 'repeated-calendar', calendar: repeated });
  const { signal, maxWrites, limits, ports, onProgress, parallel } = settings;
  const control = runControl(signal, maxWrites);
  const writes = plans.reduce((sum, { steps }) => sum + steps.length, 0);
  const progress = progressReporter(writes, limits.write, ports.clock, onProgress);
  const learned = { oneDateOnly: known.takesOneDateOnly };
  const run = { client, settings, control, progress, store, learned };
  const calendars = await inParallel(plans, parallel, (plan) =>
    runCalendar(run, plan, {
      stored: known.of(plan),
      view: views.get(addressKey(plan)),
      afterwards: retired.has(plan.calendar) ? 'forget' : 'keep',
    }),
  );
  return ok({ ending: control.ending() ?? { type: 'complete' }, calendars });
}

function repeatedIn(plans: readonly SyncPlan[]): string | undefined {
  const seen = new Set<string>();
  return plans.find((plan) => seen.size === seen.add(addressKey(plan)).size)?.calendar;
}
