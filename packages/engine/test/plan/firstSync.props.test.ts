import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarPlan, computeCalendar } from '../../src/index.js';
import { NOTHING_PUBLISHED } from '../../src/plan/published.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { clinicCase } from '../../src/testing/index.js';
import { runs, setUp } from '../laws/case.js';
import { edit } from './edit.js';
import { split } from './readBack.js';

const results = fc.oneof(
  clinicCase().map((given) => {
    const { document, horizon, now } = setUp(given);
    return document.calendars.map((calendar) => computeCalendar(calendar, horizon, now));
  }),
  edit().map(({ before, after }) => [before, after]),
);

test('a first sync is a sync plan with nothing known', () => {
  fc.assert(
    fc.property(results, split(), (calendars, how) => {
      for (const result of calendars) {
        const first = calendarPlan(result, how);
        const { steps } = syncPlan(result, NOTHING_PUBLISHED, undefined, how);
        const bodies = steps.map((step) =>
          step.type === 'replace-slots' || step.type === 'create-break' ? step.body : step,
        );
        // Docplanner refuses a break that is there: one that the document has twice is sent once.
        const breaks = first.breaks.filter(
          (each, index) =>
            first.breaks.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) ===
            index,
        );
        expect(bodies).toEqual([...breaks, ...first.requests]);
      }
    }),
    { numRuns: runs(300) },
  );
});
