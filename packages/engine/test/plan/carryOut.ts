import { type ComputedCalendar, slotsOf } from '../../src/index.js';
import { union } from '../../src/intervals.js';
import { afterStep } from '../../src/plan/afterStep.js';
import { type KnownCalendar, NOTHING_KNOWN } from '../../src/plan/known.js';
import type { Step } from '../../src/plan/step.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { call, type Docplanner, docplanner, type Reach } from './docplanner.js';
import type { Edit } from './edit.js';

export interface Synced {
  readonly state: Docplanner;
  readonly published: KnownCalendar;
}

export interface Moment extends Synced {
  readonly done: readonly Step[];
}

/** Carries out steps one by one; what there is after each of them, and before the first. */
export function carryOut(
  { state, published }: Synced,
  steps: readonly Step[],
  { calendar, dates }: ComputedCalendar,
  reach: Reach,
): readonly Moment[] {
  const moments: Moment[] = [{ state, published, done: [] }];
  let now: Synced = { state, published };
  steps.forEach((step, index) => {
    const answer = call(now.state, step, reach, dates);
    now = {
      state: answer.state,
      published: afterStep(now.published, step, answer.breakId, calendar.timezone),
    };
    moments.push({ ...now, done: steps.slice(0, index + 1) });
  });
  return moments;
}

export const last = (moments: readonly Moment[]): Moment => {
  const moment = moments.at(-1);
  if (moment === undefined) throw new Error('there is always a first moment');
  return moment;
};

export const doctorsBreaks = (result: ComputedCalendar): ComputedCalendar['blocked'] =>
  result.blocked.filter(({ source }) => source.publish === 'none');

/** Docplanner after the first sync, as far as the edited document knows what it has itself. */
export function firstSync({ before, after }: Edit, reach: Reach): Synced {
  const { steps } = syncPlan(before, NOTHING_KNOWN, undefined, { type: 'one-request' });
  const empty = { state: docplanner(doctorsBreaks(after)), published: NOTHING_KNOWN };
  return last(carryOut(empty, steps, before, reach));
}

/** The visits of whole dates, as the model writes them: a preview has those from `now` on. */
export function previewed({ workPeriods, blocked }: ComputedCalendar): readonly string[] {
  const hidden = union(blocked.filter(({ source }) => source.publish !== 'carve'));
  return slotsOf(workPeriods, hidden).flatMap(({ start, addressServiceIds }) =>
    addressServiceIds.map((id) => {
      const period = workPeriods.find((each) => each.start <= start && start < each.end);
      const service = period?.configuration.services.find((each) => each.addressServiceId === id);
      return `${start} ${start + (service?.duration ?? 0)} ${id}`;
    }),
  );
}

export const within = (
  visits: ReadonlySet<string>,
  { dates }: ComputedCalendar,
): readonly string[] => {
  const [start, end] = [dates[0]?.start ?? 0, dates.at(-1)?.end ?? 0];
  return [...visits].filter(
    (visit) => Number.parseInt(visit, 10) >= start && Number.parseInt(visit, 10) < end,
  );
};

export const notBefore = (
  visits: ReadonlySet<string>,
  { dates }: ComputedCalendar,
): readonly string[] =>
  [...visits].filter((visit) => Number.parseInt(visit, 10) >= (dates[0]?.start ?? 0));
