import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/document/reader/parseDocument.js';
import { clinicCase, readHorizon } from '../../src/testing/index.js';
import { naivePlan } from './model.js';

const TIMEOUT = { timeout: 600_000 };

test(
  'published periods show the slots of the base periods; with clears they tile the dates',
  TIMEOUT,
  () => {
    fc.assert(
      fc.property(clinicCase({ mostCalendars: 1 }), ({ document, horizon }) => {
        const asked = readHorizon(horizon)._unsafeUnwrap();
        for (const calendar of parseDocument(document)._unsafeUnwrap().calendars) {
          for (const day of naivePlan(calendar, asked, asked.now).days) {
            expect(day.slots).toEqual(day.baseSlots);
            const entries = [...day.published, ...day.clears].sort((a, b) => a.start - b.start);
            entries.slice(1).forEach((entry, index) => {
              expect(entry.start).toBe(entries[index]?.end);
            });
            expect(entries[0]?.startIso.slice(11)).toMatch(/^0[01]:00/);
            expect(entries.at(-1)?.endIso.slice(11)).toMatch(/^23:59|^22:59/);
          }
        }
      }),
    );
  },
);
