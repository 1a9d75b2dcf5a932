import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOutput, computeDocument, planOutput, previewOutput } from '../../src/index.js';
import { NOTHING_KNOWN } from '../../src/plan/known.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { clinicCase } from '../../src/testing/index.js';
import { runs, setUp } from '../laws/case.js';
import { split } from './readBack.js';

test('totals of a first sync count what is sent and what the preview shows', () => {
  fc.assert(
    fc.property(clinicCase(), split(), (given, how) => {
      const { document, horizon, now } = setUp(given);
      const result = computeDocument(document, horizon, now, []);
      const plans = result.calendars.map((each) => syncPlan(each, NOTHING_KNOWN, undefined, how));
      const output = planOutput(result, plans);
      const preview = previewOutput(result);
      output.calendars.forEach(({ requests, breaks, totals }, index) => {
        const days = preview.calendars[index]?.days ?? [];
        const entries = requests.flatMap(({ slots }) => slots);
        expect(totals).toEqual({
          workPeriods: result.calendars[index]?.workPeriods.length,
          clears: entries.filter((entry) => entry.address_services.length === 0).length,
          slots: days.flatMap(({ slots }) => slots).length,
          writes: requests.length + breaks.length,
        });
      });
      const changes = changesOutput(result, plans, {});
      expect(changes.calendars.map(({ steps, risk, ...rest }) => rest)).toEqual(output.calendars);
      expect(changes.calendars.map(({ steps }) => steps)).toEqual(plans.map(({ steps }) => steps));
      expect(changes.totals).toMatchObject(output.totals);
    }),
    { numRuns: runs(60) },
  );
});
