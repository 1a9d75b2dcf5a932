import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComputedCalendar, slotsOf, union } from '../../src/index.js';
import { afterStep } from '../../src/plan/afterStep.js';
import { withBreaksReadBack } from '../../src/plan/breaks/knownBreaks.js';
import { NOTHING_PUBLISHED, type PublishedCalendar } from '../../src/plan/published.js';
import type { Step } from '../../src/plan/step.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { runs } from '../laws/case.js';
import { bookable, call, type Docplanner, docplanner, REACHES, type Reach } from './docplanner.js';
import { type Edit, edit } from './edit.js';
import { readBack, split } from './readBack.js';

interface Synced {
  readonly state: Docplanner;
  readonly published: PublishedCalendar;
}

interface Moment extends Synced {
  readonly done: readonly Step[];
}

/** Carries out steps one by one; what there is after each of them, and before the first. */
function carryOut(
  { state, published }: Synced,
  steps: readonly Step[],
  { dates }: ComputedCalendar,
  reach: Reach,
): readonly Moment[] {
  const moments: Moment[] = [{ state, published, done: [] }];
  let now: Synced = { state, published };
  steps.forEach((step, index) => {
    const answer = call(now.state, step, reach, dates);
    now = {
      state: answer.state,
      published: afterStep(now.published, step, answer.breakId),
    };
    moments.push({ ...now, done: steps.slice(0, index + 1) });
  });
  return moments;
}

const last = (moments: readonly Moment[]): Moment => {
  const moment = moments.at(-1);
  if (moment === undefined) throw new Error('there is always a first moment');
  return moment;
};

const doctorsBreaks = (result: ComputedCalendar): ComputedCalendar['blocked'] =>
  result.blocked.filter(({ publish }) => publish === 'none');

/** Docplanner after the first sync, as far as the edited document knows what it has itself. */
function firstSync({ before, after }: Edit, reach: Reach): Synced {
  const { steps } = syncPlan(before, NOTHING_PUBLISHED, undefined, { type: 'one-request' });
  const empty = { state: docplanner(doctorsBreaks(after)), published: NOTHING_PUBLISHED };
  return last(carryOut(empty, steps, before, reach));
}

/** The visits of whole dates, as the model writes them: a preview has those from `now` on. */
function previewed({ workPeriods, blocked }: ComputedCalendar): readonly string[] {
  const hidden = union(blocked.filter(({ publish }) => publish !== 'carve'));
  return slotsOf(workPeriods, hidden).flatMap(({ start, addressServiceIds }) =>
    addressServiceIds.map((id) => {
      const period = workPeriods.find((each) => each.start <= start && start < each.end);
      const service = period?.configuration.services.find((each) => each.addressServiceId === id);
      return `${start} ${start + (service?.duration ?? 0)} ${id}`;
    }),
  );
}

const within = (visits: ReadonlySet<string>, { dates }: ComputedCalendar): readonly string[] => {
  const [start, end] = [dates[0]?.start ?? 0, dates.at(-1)?.end ?? 0];
  return [...visits].filter(
    (visit) => Number.parseInt(visit, 10) >= start && Number.parseInt(visit, 10) < end,
  );
};

const notBefore = (visits: ReadonlySet<string>, { dates }: ComputedCalendar): readonly string[] =>
  [...visits].filter((visit) => Number.parseInt(visit, 10) >= (dates[0]?.start ?? 0));

const texts = (steps: readonly Step[]): readonly string[] =>
  steps.map((step) => JSON.stringify(step)).sort();

describe.each(REACHES)('if a PUT of slots replaces %s', (reach) => {
  test('a first sync ends in the preview, whatever slots were there', () => {
    const leftover = fc.record({ at: fc.nat(), length: fc.integer({ min: 15, max: 300 }) });
    fc.assert(
      fc.property(edit(), fc.array(leftover), split(), ({ after }, leftovers, how) => {
        const dates = after.dates.map(({ start, end }) => ({ start, end: end - 1 }));
        const old = leftovers.flatMap(({ at, length }) => {
          const date = dates[at % dates.length];
          if (date === undefined) return [];
          const start = date.start + (at % (date.end - date.start));
          return [{ start, end: Math.min(start + length, date.end) }];
        });
        const state = docplanner(doctorsBreaks(after), old);
        const { steps } = syncPlan(after, NOTHING_PUBLISHED, undefined, how);
        const moments = carryOut({ state, published: NOTHING_PUBLISHED }, steps, after, reach);
        const offered = new Set([...bookable(state), ...previewed(after)]);
        for (const moment of moments) {
          expect([...bookable(moment.state)].filter((visit) => !offered.has(visit))).toEqual([]);
        }
        expect([...bookable(last(moments).state)].sort()).toEqual([...previewed(after)].sort());
      }),
      { numRuns: runs(150) },
    );
  });

  test('after an edit, no moment offers a visit that neither the old nor the new schedule does', () => {
    fc.assert(
      fc.property(edit(), split(), fc.boolean(), (given, how, reads) => {
        const { after } = given;
        const start = firstSync(given, reach);
        const remote = reads ? readBack(start.state, after) : undefined;
        const { steps } = syncPlan(after, start.published, remote, how);
        const offered = new Set([...bookable(start.state), ...previewed(after)]);
        const moments = carryOut(start, steps, after, reach);
        for (const { state, done } of moments) {
          const wrong = notBefore(bookable(state), after).filter((visit) => !offered.has(visit));
          expect({ wrong, done: wrong.length > 0 ? done : [] }).toEqual({ wrong: [], done: [] });
        }
        const end = last(moments);
        expect([...within(bookable(end.state), after)].sort()).toEqual(
          [...previewed(after)].sort(),
        );
      }),
      { numRuns: runs(600) },
    );
  });

  test('stopped anywhere, planning again gives the steps that are left', () => {
    fc.assert(
      fc.property(edit(), split(), fc.boolean(), (given, how, reads) => {
        const { after } = given;
        const start = firstSync(given, reach);
        const plan = (state: Docplanner, published: PublishedCalendar): readonly Step[] =>
          syncPlan(after, published, reads ? readBack(state, after) : undefined, how).steps;
        const steps = plan(start.state, start.published);
        carryOut(start, steps, after, reach).forEach(({ state, published }, count) => {
          expect(texts(plan(state, published))).toEqual(texts(steps.slice(count)));
        });
      }),
      { numRuns: runs(300) },
    );
  });
});

test('breaks that were moved or deleted at Docplanner are put right', () => {
  const meddling = fc.array(
    fc.record({ which: fc.nat(), by: fc.integer({ min: -90, max: 90 }), gone: fc.boolean() }),
  );
  fc.assert(
    fc.property(edit(), meddling, ({ after }, changes) => {
      const first = firstSync({ before: after, after }, 'whole-day');
      const breaks = changes.reduce((list, { which, by, gone }) => {
        const chosen = list[which % list.length];
        if (chosen === undefined || !chosen.id.startsWith('ours')) return list;
        const { start, end } = chosen;
        const others = list.filter((each) => each !== chosen);
        return gone ? others : [...others, { ...chosen, start: start + by, end: end + by }];
      }, first.state.breaks);
      const state = { ...first.state, breaks };
      const remote = readBack(state, after);
      const known = withBreaksReadBack(first.published, remote, after);
      const { steps } = syncPlan(after, first.published, remote, { type: 'one-request' });
      expect(syncPlan(after, known, remote, { type: 'one-request' }).steps).toEqual(steps);
      const end = last(carryOut({ state, published: known }, steps, after, 'ranges'));
      expect([...within(bookable(end.state), after)].sort()).toEqual([...previewed(after)].sort());
      expect(
        syncPlan(after, end.published, readBack(end.state, after), { type: 'one-request' }).steps,
      ).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
});
