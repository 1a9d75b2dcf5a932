import type { SyncPlan } from '@slotwright/engine';
import { isSameVersion, type StoredCalendar } from '../../state/storedCalendar.js';
import { refreshed } from '../../state/transitions.js';
import type { CalendarReport } from '../report/applyReport.js';
import { endingOf } from '../report/ending.js';
import { errorOf, type Problem } from '../report/problem.js';
import {
  type CalendarPlace,
  type CalendarSession,
  openSession,
  type Run,
} from '../session/calendarSession.js';
import { zoneNamed } from '../session/zoneNamed.js';
import type { CalendarView } from '../verify/calendarView.js';
import { type Verification, verifyDates } from '../verify/verifyDates.js';
import { type Carried, carryOutSteps } from './carryOutSteps.js';
import { unverifiedDates } from './unverified.js';

/** What a calendar's plan was made from. */
export interface PlannedFrom {
  /** What was known of it. */
  readonly stored: StoredCalendar;
  /** What was seen of it at Docplanner; undefined if nobody looked. */
  readonly view: CalendarView | undefined;
  /** What becomes of what is known of it, once all is done. */
  readonly afterwards: 'keep' | 'forget';
}

/**
 * Carries one calendar's plan out, while nobody else works on it: the steps in their order, then verification.
 * Where there is nothing to send, to look at or to keep, it is not touched.
 */
export async function runCalendar(
  run: Run,
  plan: SyncPlan,
  { stored, view, afterwards }: PlannedFrom,
): Promise<CalendarReport> {
  const { calendar, facilityId, doctorId, addressId, timezone, steps } = plan;
  const place = { calendar, address: { facilityId, doctorId, addressId }, timezone };
  const untouched = reporter(place, view, () => NO_CALLS);
  if (run.control.ending() !== undefined) return untouched('left', steps.length);
  if (afterwards === 'keep' && isIdle(plan, stored, view))
    return untouched(view === undefined ? 'unchecked' : 'done', 0);
  const { signal } = run.settings;
  const locked = await run.store.lock(place.address, {
    signal,
    onWait: (ms) => run.progress.waiting(calendar, 'lock', run.settings.ports.clock.now() + ms, 0),
  });
  if (locked.isErr()) {
    if (run.control.ending() !== undefined) return untouched('left', steps.length);
    return untouched('failed', steps.length, { type: 'state-failed', error: locked.error });
  }
  const lock = locked.value;
  try {
    if (!isSameVersion(lock.calendar, stored)) {
      return untouched('failed', steps.length, { type: 'stale-plan' });
    }
    const report = await work(run, openSession(run, place, lock), plan, view);
    if (afterwards === 'keep' || (report.outcome !== 'done' && report.outcome !== 'unchecked'))
      return report;
    const forgotten = await lock.remove();
    return forgotten.match(
      () => report,
      (error) => untouched('failed', 0, { type: 'state-failed', error }),
    );
  } finally {
    await lock.release();
  }
}

function isIdle(
  plan: SyncPlan,
  { record }: StoredCalendar,
  view: CalendarView | undefined,
): boolean {
  return (
    plan.steps.length === 0 &&
    unverifiedDates(record, plan, view, zoneNamed(plan.timezone)).length === 0 &&
    (view === undefined || refreshed(record, view.published, view.settled) === record)
  );
}

async function work(
  run: Run,
  session: CalendarSession,
  plan: SyncPlan,
  view: CalendarView | undefined,
): Promise<CalendarReport> {
  const { control, calls } = session;
  const { progress } = run;
  const report = reporter(session, view, calls);
  const inVain = (left: number): CalendarReport | undefined => {
    const error = session.failure();
    if (error === undefined) return undefined;
    return report('failed', left, { type: 'state-failed', error });
  };
  if (view !== undefined) {
    await session.change((known) => refreshed(known, view.published, view.settled));
  }
  progress.calendar('calendar-started', plan.calendar);
  const carried = await carryOutSteps(run, session, plan, view);
  const { problem, left } = carried;
  const unkept = inVain(left.length);
  if (unkept !== undefined) return unkept;
  const error = problem === undefined ? undefined : errorOf(problem);
  const ending = error === undefined ? undefined : endingOf(error);
  if (ending !== undefined) control.stop(ending);
  control.reached(error?.type === 'unreachable' ? 'unreachable' : 'reached');
  if (control.ending() !== undefined && (left.length > 0 || problem !== undefined)) {
    return report('left', left.length);
  }
  if (problem !== undefined) return report('failed', left.length, problem);
  const verified = await verify(run, session, plan, view, carried);
  progress.calendar('calendar-finished', plan.calendar);
  return inVain(0) ?? verified;
}

/** Reads back what was done now, and what an earlier run did and could not verify. */
async function verify(
  { progress }: Run,
  session: CalendarSession,
  plan: SyncPlan,
  view: CalendarView | undefined,
  { before, repeated }: Carried,
): Promise<CalendarReport> {
  const { control } = session;
  const report = reporter(session, view, session.calls);
  const dates = unverifiedDates(session.record(), plan, view, session.zone);
  if (dates.length === 0) return report('done', 0);
  progress.calendar('verifying', plan.calendar);
  const { expected } = plan;
  const verifying = { dates, need: 'visible', before, foreign: view?.foreign, expected } as const;
  const seen = await verifyDates(session, verifying, repeated);
  if (seen.isErr()) {
    const ending = endingOf(seen.error);
    if (ending !== undefined) control.stop(ending);
    return report('failed', 0, { type: 'read-failed', error: seen.error });
  }
  const { differences, lostBreaks } = seen.value;
  if (differences.length > 0 || lostBreaks.length > 0) {
    if (control.ending() !== undefined) return report('left', 0);
    return report('differs', 0, undefined, seen.value);
  }
  const now = session.now();
  await session.change((known) => ({ ...known, confirmedAt: now }));
  const outcome = plan.steps.length === 0 && view === undefined ? 'unchecked' : 'done';
  return report(outcome, 0, undefined, seen.value);
}

const NOTHING: Verification = { differences: [], lostBreaks: [], bookingsChanged: false };
const NO_CALLS = { reads: 0, writes: 0 };

function reporter(
  { calendar, address }: CalendarPlace,
  view: CalendarView | undefined,
  calls: CalendarSession['calls'],
) {
  return (
    outcome: CalendarReport['outcome'],
    stepsLeft: number,
    problem?: Problem,
    { differences, lostBreaks, bookingsChanged }: Verification = NOTHING,
  ): CalendarReport => {
    const { reads, writes } = calls();
    return {
      calendar,
      address,
      outcome,
      checked: view === undefined ? 'changes' : 'all',
      stepsLeft,
      calls: { reads: reads + (view?.reads ?? 0), writes },
      differences,
      lostBreaks,
      bookingsChanged: bookingsChanged || (view?.bookingsChanged ?? false),
      problems: problem === undefined ? [] : [problem],
    };
  };
}
