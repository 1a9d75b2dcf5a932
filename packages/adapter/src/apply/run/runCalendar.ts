import type { Step, SyncPlan } from '@slotwright/engine';
import { overlaps } from '@slotwright/engine/intervals';
import { refreshed } from '../../state/calendarRecord.js';
import type { CalendarReport } from '../report/applyReport.js';
import { endingOf } from '../report/ending.js';
import { errorOf, type Problem } from '../report/problem.js';
import { type CalendarSession, openSession, type Run } from '../session/calendarSession.js';
import { performStep, type RepeatedPut } from '../step/performStep.js';
import { recoverPending } from '../step/recoverPending.js';
import { uncoveredBy } from '../step/uncovered.js';
import type { CalendarView } from '../verify/calendarView.js';
import { type NamedDate, namedDates } from '../verify/dates.js';
import type { PlacedSlots } from '../verify/remoteCalendar.js';
import { readSlots, type Verification, verifyDates } from '../verify/verifyDates.js';
import { preflight } from './preflight.js';

/** What carrying a calendar's steps out came to. */
interface Carried {
  readonly left: readonly Step[];
  readonly problem: Problem | undefined;
  readonly before: PlacedSlots | undefined;
  readonly repeated: readonly RepeatedPut[];
}

/** Carries one calendar's plan out: recovery, preflight, the steps in their order, verification. */
export async function runCalendar(
  run: Run,
  plan: SyncPlan,
  view: CalendarView | undefined,
): Promise<CalendarReport> {
  const { control, progress } = run;
  const { calendar, facilityId, doctorId, addressId, timezone, steps } = plan;
  const address = { facilityId, doctorId, addressId };
  const session = openSession(run, { calendar, address, timezone });
  const report = reporter(session, view);
  if (control.ending() !== undefined) return report('left', steps.length);
  const failed = await recoverPending(session);
  const unclear: Problem | undefined =
    failed === undefined ? undefined : { type: 'read-failed', error: failed };
  if (view !== undefined) {
    await session.change((known) => refreshed(known, view.published, view.settled));
  }
  const isIdle = steps.length === 0 && unverified(session, plan, view).length === 0;
  if (isIdle && unclear === undefined && control.ending() === undefined) {
    return report(view === undefined ? 'unchecked' : 'done', 0);
  }
  progress.calendar('calendar-started', calendar);
  const start = { left: steps, problem: unclear, before: view?.slots, repeated: [] };
  const carried = unclear === undefined ? await carryOut(run, session, plan, view) : start;
  const { problem, left } = carried;
  const error = problem === undefined ? undefined : errorOf(problem);
  const ending = error === undefined ? undefined : endingOf(error);
  if (ending !== undefined) control.stop(ending);
  control.reached(error?.type === 'unreachable' ? 'unreachable' : 'reached');
  if (control.ending() !== undefined && (left.length > 0 || problem !== undefined)) {
    return report('left', left.length);
  }
  if (problem !== undefined) return report('failed', left.length, problem);
  const verified = await verify(run, session, plan, view, carried);
  progress.calendar('calendar-finished', calendar);
  return verified;
}

/** Does the steps in their order, as far as it gets. */
async function carryOut(
  { settings, control, progress }: Run,
  session: CalendarSession,
  plan: SyncPlan,
  view: CalendarView | undefined,
): Promise<Carried> {
  const repeated: RepeatedPut[] = [];
  let left = plan.steps;
  let before = view?.slots;
  const ended = (problem?: Problem): Carried => ({ left, problem, before, repeated });
  if (left.length === 0) return ended();
  const refused = await preflight(session, plan, view, settings.enable);
  if (refused !== undefined) return ended(refused === 'stopped' ? undefined : refused);
  for (let step = left[0]; step !== undefined; step = left[0]) {
    if (control.ending() !== undefined) return ended();
    if (step.type === 'replace-slots' && before === undefined) {
      // What is shown before the first PUT tells later whether it has been processed.
      const looked = await look(session, namedDates(expectedDates(plan), session.zone));
      if (looked.isErr()) return ended({ type: 'read-failed', error: looked.error });
      before = looked.value.slots;
    }
    const exposing = await beforeUncovering(session, step, before, view, repeated);
    if (exposing !== undefined) return ended(exposing);
    progress.step('step-started', plan.calendar, step);
    const end = await performStep(session, step);
    switch (end.type) {
      case 'done':
        if (end.repeated !== undefined) repeated.push(end.repeated);
        left = left.slice(1);
        progress.step('step-finished', plan.calendar, step);
        break;
      case 'replaced-by':
        left = [...end.steps, ...left.slice(1)];
        progress.more(end.steps.length - 1);
        break;
      case 'failed':
        progress.step('step-failed', plan.calendar, step);
        return ended(end.problem);
      case 'stopped':
        return ended();
      default:
        return end satisfies never;
    }
  }
  return ended();
}

/**
 * A PUT is processed after it has been answered. Before a break over its dates goes, that must be certain,
 * else patients could book what the PUT is about to close.
 */
async function beforeUncovering(
  session: CalendarSession,
  step: Step,
  before: PlacedSlots | undefined,
  view: CalendarView | undefined,
  repeated: readonly RepeatedPut[],
): Promise<Problem | undefined> {
  const time = uncoveredBy(step);
  if (time === undefined) return undefined;
  const dates = unsettledDates(session).filter((date) => overlaps(date, time));
  if (dates.length === 0) return undefined;
  const foreign = view?.foreign;
  const verifying = { dates, need: 'settled', before, foreign, expected: [] } as const;
  const seen = await verifyDates(session, verifying, repeated);
  if (seen.isErr()) return { type: 'read-failed', error: seen.error };
  const wrong = seen.value.differences.map(({ date }) => date);
  return wrong.length === 0 ? undefined : { type: 'not-shown', dates: wrong };
}

/** Reads back what was done now, and what an earlier run did and could not verify. */
async function verify(
  { control, progress }: Run,
  session: CalendarSession,
  plan: SyncPlan,
  view: CalendarView | undefined,
  { before, repeated }: Carried,
): Promise<CalendarReport> {
  const report = reporter(session, view);
  const dates = unverified(session, plan, view);
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

/** The dates of a plan, and those that an earlier run sent and nobody has seen since. */
function unverified(
  session: CalendarSession,
  plan: SyncPlan,
  view: CalendarView | undefined,
): readonly NamedDate[] {
  const expected = expectedDates(plan);
  const seen = new Set([...expected, ...(view?.confirmed ?? [])]);
  return [
    ...namedDates(expected, session.zone),
    ...unsettledDates(session).filter(({ date }) => !seen.has(date)),
  ];
}

function expectedDates({ expected }: Pick<SyncPlan, 'expected'>): readonly string[] {
  return expected.map(({ date }) => date);
}

/** The dates that were sent and have not been seen for certain. */
function unsettledDates(session: CalendarSession): readonly NamedDate[] {
  return namedDates(Object.keys(session.record().unsettled), session.zone);
}

function look(session: CalendarSession, dates: readonly NamedDate[]): ReturnType<typeof readSlots> {
  const start = Math.min(...dates.map((date) => date.start));
  return readSlots(session, { start, end: Math.max(...dates.map(({ end }) => end)) });
}

const NOTHING: Verification = { differences: [], lostBreaks: [], bookingsChanged: false };

function reporter(session: CalendarSession, view: CalendarView | undefined) {
  return (
    outcome: CalendarReport['outcome'],
    stepsLeft: number,
    problem?: Problem,
    { differences, lostBreaks, bookingsChanged }: Verification = NOTHING,
  ): CalendarReport => {
    const { reads, writes } = session.calls();
    return {
      calendar: session.calendar,
      address: session.address,
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
