import type { Step, SyncPlan } from '@slotwright/engine';
import { overlaps } from '@slotwright/engine/intervals';
import type { Problem } from '../report/problem.js';
import type { CalendarSession, Run } from '../session/calendarSession.js';
import { performStep, type RepeatedPut } from '../step/performStep.js';
import { uncoveredBy } from '../step/uncovered.js';
import type { CalendarView } from '../verify/calendarView.js';
import { type NamedDate, namedDates } from '../verify/dates.js';
import type { PlacedSlots } from '../verify/remoteCalendar.js';
import { readSlots, verifyDates } from '../verify/verifyDates.js';
import { preflight } from './preflight.js';
import { expectedDates, unsettledDates } from './unverified.js';

/** What carrying a calendar's steps out came to. */
export interface Carried {
  readonly left: readonly Step[];
  readonly problem: Problem | undefined;
  readonly before: PlacedSlots | undefined;
  readonly repeated: readonly RepeatedPut[];
}

/** Does the steps in their order, as far as it gets. */
export async function carryOutSteps(
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
  const dates = unsettledDates(session.record(), session.zone).filter((date) =>
    overlaps(date, time),
  );
  if (dates.length === 0) return undefined;
  const foreign = view?.foreign;
  const verifying = { dates, need: 'settled', before, foreign, expected: [] } as const;
  const seen = await verifyDates(session, verifying, repeated);
  if (seen.isErr()) return { type: 'read-failed', error: seen.error };
  const wrong = seen.value.differences.map(({ date }) => date);
  return wrong.length === 0 ? undefined : { type: 'not-shown', dates: wrong };
}

function look(session: CalendarSession, dates: readonly NamedDate[]): ReturnType<typeof readSlots> {
  const start = Math.min(...dates.map((date) => date.start));
  return readSlots(session, { start, end: Math.max(...dates.map(({ end }) => end)) });
}
