import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../document/reader/parseDocument.js';
import { clinicCase } from './document.js';
import { readHorizon } from './horizon.js';

const TIMEOUT = { timeout: 600_000 };

test('every generated document is valid, and so is its horizon', TIMEOUT, () => {
  fc.assert(
    fc.property(clinicCase(), ({ document, horizon }) => {
      expect(parseDocument(document)._unsafeUnwrap().calendars.length).toBeGreaterThan(0);
      const { from, through } = readHorizon(horizon)._unsafeUnwrap();
      expect(from).toBeLessThanOrEqual(through);
    }),
    { numRuns: 300 },
  );
});
