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

test('and so is every one with retired calendars, or with nothing else', TIMEOUT, () => {
  fc.assert(
    fc.property(clinicCase({ mostRetired: 3 }), ({ document }) => {
      const { calendars, retired } = parseDocument(document)._unsafeUnwrap();
      expect(retired).toEqual(document.retired);
      expect(calendars.length + retired.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test('new forms are generated', () => {
  const documents = fc.sample(clinicCase({ mostRetired: 1 }), 300).map(({ document }) => document);
  const calendars = documents.flatMap((document) => document.calendars);
  const closures = calendars.flatMap((each) => each.closures ?? []);
  const overrides = calendars.flatMap((each) => each.overrides ?? []);
  const accept = calendars.flatMap((each) => each.accept ?? []);
  const services = calendars.flatMap((each) => each.services);
  const insured = calendars.flatMap((each) => each.schedules).map((each) => each.insurance);
  for (const some of [
    closures.filter((each) => 'rrule' in each),
    closures.filter((each) => 'rdates' in each && !('rrule' in each)),
    overrides.filter((each) => 'from' in each && each.from < each.through),
    accept.filter((each) => (each.ids ?? []).length > 0),
    documents.flatMap((each) => each.accept ?? []),
    documents.flatMap((each) => each.retired ?? []),
    services.filter((each) => each.id !== undefined),
    calendars.flatMap((each) => each.bookings ?? []).filter((each) => 'service' in each),
    insured.filter((each) => each !== undefined && 'plans' in each),
  ]) {
    expect(some.length).toBeGreaterThan(0);
  }
});
