import {
  addressKey,
  type ClinicDocument,
  type ComputedDocument,
  instantFrom,
} from '@slotwright/engine';
import { mostWrites, type PlanFile, type Split, staleness } from '@slotwright/engine/plan';
import { err, ok, type Result } from 'neverthrow';
import { endingOf } from '../apply/report/ending.js';
import { inParallel } from '../apply/run/inParallel.js';
import { recover } from '../apply/run/recover.js';
import type { Settings } from '../apply/session/applyOptions.js';
import type { CalendarPlace } from '../apply/session/calendarSession.js';
import { runControl } from '../apply/session/runControl.js';
import type { ClientError } from '../http/error/clientError.js';
import type { DocplannerClient } from '../resources/client.js';
import type { CalendarStore } from '../state/calendarStore.js';
import type { KnownCalendars } from '../state/knownCalendars.js';
import { onBoot } from '../state/transitions.js';
import { basisOf } from './basis.js';
import {
  type PreparedPlan,
  planFromState,
  planFromViews,
  refusingFindings,
} from './preparedPlan.js';
import { type RefreshedCalendar, refreshCalendar } from './refreshCalendar.js';
import type { SyncError } from './syncError.js';
import { wholePlan } from './wholePlan.js';

/** What plans are made with. */
export interface PlanParts {
  readonly client: DocplannerClient;
  readonly store: CalendarStore;
  readonly settings: Settings;
}

/** Whether Docplanner is read before planning, or what the state says is taken for what is there. */
export type Refresh = 'read' | 'none';

/**
 * Plans what is to be sent, once it is known what became of calls that an earlier process left in flight. What
 * cannot be sent anyway, because the document has errors, is planned without reading. Sends no write call.
 */
export async function makePlan(
  { client, store, settings }: PlanParts,
  asked: ComputedDocument,
  document: ClinicDocument | undefined,
  refresh: Refresh,
  split: Split | undefined,
): Promise<Result<PreparedPlan, SyncError>> {
  const whole = await wholePlan(store, asked, document);
  if (whole.isErr()) return err(whole.error);
  const { computed } = whole.value;
  const places = computed.calendars.map(({ calendar }): CalendarPlace => {
    const { id, facilityId, doctorId, addressId, timezone } = calendar;
    return { calendar: id, address: { facilityId, doctorId, addressId }, timezone };
  });
  const recovered = await recover(client, store, places, settings);
  if (recovered.isErr()) return err(recovered.error);
  const known = recovered.value;
  const unread = planFromState(known, whole.value, split);
  if (refresh === 'none' || refusingFindings(unread.findings).length > 0) {
    return ok(prepared(known, { plan: unread, seen: [], unread: [] }, new Map()));
  }
  const read = await readAll(client, known, computed, settings);
  return read.map((found) => {
    const views = new Map(
      computed.calendars.flatMap(({ calendar }) => {
        const one = found.get(calendar.id);
        return one === undefined || 'operation' in one ? [] : [[addressKey(calendar), one.view]];
      }),
    );
    return prepared(known, planFromViews(known, whole.value, found, split), views);
  });
}

/** A plan of a file, if it still holds: what it was made from is what is published now. */
export async function checkPlan(
  { client, store, settings }: PlanParts,
  plan: PlanFile,
): Promise<Result<PreparedPlan, SyncError>> {
  const places = plan.calendars.map(
    ({ calendar, facilityId, doctorId, addressId, timezone }): CalendarPlace => ({
      calendar,
      address: { facilityId, doctorId, addressId },
      timezone,
    }),
  );
  const recovered = await recover(client, store, places, settings);
  if (recovered.isErr()) return err(recovered.error);
  const known = recovered.value;
  const stale = staleness(plan, basisOf(known, plan.calendars));
  if (stale !== undefined) return err({ type: 'stale-plan-file', ...stale });
  return ok(prepared(known, { plan, seen: [], unread: [] }, new Map()));
}

function prepared(
  known: KnownCalendars,
  made: Pick<PreparedPlan, 'plan' | 'seen' | 'unread'>,
  views: PreparedPlan['views'],
): PreparedPlan {
  return { ...made, known, views, mostWrites: mostWrites(made.plan.calendars) };
}

/** What was read of each calendar, or why it could not be read, by its id in the document. */
async function readAll(
  client: DocplannerClient,
  known: KnownCalendars,
  { calendars, now }: ComputedDocument,
  { signal, maxWaitMs, settleMs, parallel, ports }: Settings,
): Promise<Result<ReadonlyMap<string, RefreshedCalendar | ClientError>, SyncError>> {
  const control = runControl(signal, 0);
  const found = new Map<string, RefreshedCalendar | ClientError>();
  const failed: ClientError[] = [];
  await inParallel(calendars, parallel, async (result) => {
    if (control.ending() !== undefined) return;
    const uptime = ports.uptime.now();
    const record = onBoot(known.of(result.calendar).record, ports.uptime.boot, uptime);
    const times = {
      uptime,
      now: instantFrom(Math.ceil(ports.clock.now() / 60_000) * 60_000).unwrapOr(now),
      settleMs,
    };
    const read = await refreshCalendar(client, result, record, times, { signal, maxWaitMs });
    found.set(result.calendar.id, read.isOk() ? read.value : read.error);
    if (read.isOk()) return control.reached('reached');
    const ending = endingOf(read.error);
    if (ending !== undefined) control.stop(ending);
    control.reached(read.error.type === 'unreachable' ? 'unreachable' : 'reached');
    if (control.ending() !== undefined) failed.push(read.error);
  });
  const [error] = failed;
  if (error !== undefined) return err({ type: 'call-failed', error });
  if (signal.aborted) {
    const aborted = { type: 'aborted', outcome: 'not-done', operation: 'getSlots' } as const;
    return err({ type: 'call-failed', error: aborted });
  }
  return ok(found);
}
