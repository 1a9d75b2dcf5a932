import { computeDocument } from '@slotwright/engine';
import { clinicCase, readHorizon } from '@slotwright/engine/testing';
import { startSandbox } from '@slotwright/sandbox';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSync, isSuccess, memoryStore } from '../../src/index.js';
import { parsed, seedFor } from '../apply/clinic.js';
import { openClient } from '../support/openClient.js';
import { testPorts } from '../support/testPorts.js';
import { virtualTime } from '../support/virtualTime.js';
import { computedAgain, expectSame, imported } from './imported.js';

const SMALL = {
  mostCalendars: 2,
  mostServices: 3,
  mostSchedules: 3,
  mostBreaks: 3,
  mostBookings: 2,
  mostOverrides: 2,
  longest: 20,
};

const cases = fc.record({
  given: clinicCase(SMALL),
  profile: fc.constantFrom('strict' as const, 'lenient' as const),
  /** Places among the starts that are shown, which patients book. */
  visits: fc.array(fc.nat(), { maxLength: 4 }),
  pauses: fc.array(fc.tuple(fc.nat(14 * 1440), fc.integer({ min: 1, max: 300 })), { maxLength: 2 }),
});

test('what was published is imported so that it shows the same, and planning it sends no break', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ given, profile, visits, pauses }) => {
      const document = parsed(given.document);
      if (document === undefined) return;
      const ports = testPorts(virtualTime(Date.parse(given.horizon.now)));
      const sandbox = await startSandbox({
        profile,
        seed: seedFor([document]),
        now: ports.clock.now,
        tokenLifetimeSeconds: 10_000_000,
      });
      try {
        const client = await openClient(sandbox, { ports });
        const { now, ...horizon } = readHorizon(given.horizon)._unsafeUnwrap();
        const computed = computeDocument(document, horizon, now, []);
        const findings = computed.findings.map((each) => ({ ...each, accepted: 'random' }));
        const accepted = {
          ...computed,
          findings,
          calendars: computed.calendars.map((each) => ({
            ...each,
            findings: each.findings.map((one) => ({ ...one, accepted: 'random' })),
          })),
        };
        const sync = createSync({ client, store: memoryStore('sandbox'), ports });
        const plan = (await sync.plan(accepted, { horizon, now }))._unsafeUnwrap();
        const report = (await sync.apply(plan))._unsafeUnwrap();
        expect(isSuccess(report)).toBe(true);
        for (const { calendar, slots } of computed.calendars) {
          const { addressId } = calendar;
          for (const place of visits) {
            const slot = slots[place % Math.max(1, slots.length)];
            const [addressServiceId] = slot?.addressServiceIds ?? [];
            if (slot === undefined || addressServiceId === undefined) continue;
            const start = new Date(slot.start * 60_000).toISOString();
            try {
              sandbox.control.bookAsPatient({ addressId, addressServiceId, start });
            } catch {
              // Taken by the one before.
            }
          }
          for (const [at, length] of pauses) {
            const since = (horizon.from * 1440 + at) * 60_000;
            sandbox.control.addBreakAsDoctor({
              addressId,
              since: new Date(since).toISOString(),
              till: new Date(since + length * 60_000).toISOString(),
            });
          }
        }
        const { timezone } = document;
        const clinic = await imported(client, ports, { timezone });
        expect(clinic.skipped).toEqual([]);
        await expectSame(client, ports, computedAgain(clinic, ports));
      } finally {
        await sandbox.close();
      }
    }),
    { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 25) },
  );
});
