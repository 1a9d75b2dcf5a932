import { expect, test } from 'vitest';
import { formatDate, parseInstant } from '../../src/index.js';
import { NOTHING_KNOWN } from '../../src/plan/known.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { afterStep } from '../../src/plan.js';
import { after, clinic } from './clinic.js';

const DATES = { from: '2026-11-09', through: '2026-11-10' };
const ONE = { type: 'one-request' } as const;

/** A calendar that is open once, in a zone. */
const openOnce = (timezone: string, start: string, end: string) =>
  clinic({ timezone, schedules: [{ id: 'once', start, end }] }, DATES);

const madrid = openOnce('Europe/Madrid', '2026-11-10T00:00', '2026-11-10T01:00');
const lisbon = openOnce('Europe/Lisbon', '2026-11-10T10:00', '2026-11-10T11:00');
const known = after(NOTHING_KNOWN, syncPlan(madrid, NOTHING_KNOWN, [], ONE).steps);

test('dates of another zone are other time: all of them are sent whole, empty ones too', () => {
  const steps = syncPlan(lisbon, known, [], ONE).steps;
  expect(steps).toEqual(syncPlan(lisbon, NOTHING_KNOWN, [], ONE).steps);
  // What was open on 10 November in Madrid is of the 9th in Lisbon, and is cleared there.
  const open = parseInstant('2026-11-10T00:00+01:00')._unsafeUnwrap();
  const [ninth] = lisbon.dates;
  expect(ninth === undefined ? '' : formatDate(ninth.date)).toBe('2026-11-09');
  expect(ninth !== undefined && ninth.start <= open && open < ninth.end).toBe(true);
});

test('an entry never ends where the next date starts, whatever was open in the zone before', () => {
  const london = openOnce('Europe/London', '2026-11-10T21:00', '2026-11-10T23:00');
  const before = after(
    NOTHING_KNOWN,
    syncPlan(london, NOTHING_KNOWN, [], ONE).steps,
    'Europe/London',
  );
  const now = openOnce('Europe/Madrid', '2026-11-10T10:00', '2026-11-10T11:00');
  const texts = JSON.stringify(syncPlan(now, before, [], ONE).steps);
  expect(texts).toContain('T23:59:00+01:00');
  expect(texts).not.toContain('T00:00:00+01:00","address_services":[]}]');
  expect(texts).not.toContain('"end":"2026-11-11');
});

test('stopped after any date of the new zone, the others are still unknown', () => {
  const each = syncPlan(lisbon, known, [], { type: 'one-per-date' }).steps;
  expect(each.length).toBe(2);
  for (const first of each) {
    const halfway = afterStep(known, first, undefined, 'Europe/Lisbon');
    const rest = syncPlan(lisbon, halfway, [], { type: 'one-per-date' }).steps;
    expect(rest).toEqual(each.filter((step) => step !== first));
  }
});
