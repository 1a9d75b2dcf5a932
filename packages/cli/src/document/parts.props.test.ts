import { NOTHING_KNOWN, parseDocument, syncPlan } from '@slotwright/engine';
import { clinicCase, readHorizon } from '@slotwright/engine/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotsSent } from '../render/planTotals.js';
import { type Choice, computed } from './compute.js';
import { computedInParts } from './parts.js';

/** Every other calendar, or all of them. */
const choices = fc.tuple(clinicCase(), fc.boolean()).map(([{ document, horizon }, all]): Choice => {
  const read = parseDocument(document)._unsafeUnwrap();
  const calendars = read.calendars.filter((_, index) => all || index % 2 === 0);
  const { now, ...dates } = readHorizon(horizon)._unsafeUnwrap();
  return { document: read, calendars, horizon: dates, now };
});

test('the calendars of all parts are those of the whole, with the same findings', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const whole = computed(choice, choice.calendars);
      const parts = [...computedInParts(choice, 1)];
      const byId = new Map(
        parts.flatMap(({ calendars }) => calendars.map((each) => [each.calendar.id, each])),
      );
      expect(choice.calendars.map(({ id }) => byId.get(id))).toEqual(whole.calendars);
      const last = Math.max(...parts.map(({ horizon }) => horizon.through));
      expect(last).toBe(whole.horizon.through);
    }),
  );
});

test('a first sync sends all dates, so its slots are all there are', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      for (const calendar of computed(choice, choice.calendars).calendars) {
        const plan = syncPlan(calendar, NOTHING_KNOWN, undefined, { type: 'one-request' });
        expect(slotsSent(plan)).toBe(calendar.slots.length);
      }
    }),
  );
});
