import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withBreaksReadBack } from '../../src/plan/breaks/knownBreaks.js';
import { type KnownCalendar, NOTHING_KNOWN } from '../../src/plan/known.js';
import type { Step } from '../../src/plan/step.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { runs } from '../laws/case.js';
import {
  carryOut,
  doctorsBreaks,
  firstSync,
  last,
  notBefore,
  previewed,
  within,
} from './carryOut.js';
import { bookable, type Docplanner, docplanner, REACHES } from './docplanner.js';
import { edit } from './edit.js';
import { readBack, split } from './readBack.js';

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
        const { steps } = syncPlan(after, NOTHING_KNOWN, undefined, how);
        const moments = carryOut({ state, published: NOTHING_KNOWN }, steps, after, reach);
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
        const plan = (state: Docplanner, published: KnownCalendar): readonly Step[] =>
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
