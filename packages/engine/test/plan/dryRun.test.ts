import { describe, expect, test } from 'vitest';
import { describeDryRunError, dryRun, parseDocument, unwrap, zoneId } from '../../src/index.js';

const clinic = {
  version: 1,
  timezone: 'Europe/Madrid',
  calendars: ['one', 'two'].map((id, index) => ({
    id,
    facilityId: '1',
    doctorId: '2',
    addressId: `${index}`,
    services: [{ addressServiceId: '7', duration: 30 }],
    schedules: [
      { id: 'hours', start: `2026-10-0${5 + index}T09:00`, end: `2026-10-0${5 + index}T10:30` },
    ],
  })),
};
const asked = { from: '2026-10-05', through: '2026-10-11', now: '2026-10-01T08:00:00Z' };

describe('dryRun', () => {
  test('is the same for now in any form; seconds do not count', () => {
    const result = unwrap(dryRun(clinic, asked));
    expect(result.plan.totals).toMatchObject({ calendars: 2, workPeriods: 2, slots: 6, writes: 2 });
    for (const now of [Date.UTC(2026, 9, 1, 8, 0, 59, 999), new Date('2026-10-01T08:00:30.5Z')]) {
      expect(unwrap(dryRun(clinic, { ...asked, now }))).toEqual(result);
    }
  });

  test('of some calendars only', () => {
    const { plan, preview } = unwrap(dryRun(clinic, { ...asked, only: ['two'] }));
    expect(plan.calendars.map(({ id }) => id)).toEqual(['two']);
    expect(preview.calendars.map(({ id }) => id)).toEqual(['two']);
  });

  test.each([
    [{ ...asked, now: Number.NaN }, '"NaN" is not a Date, or milliseconds'],
    [{ ...asked, now: new Date('x') }, '"Invalid Date" is not a Date, or milliseconds'],
    [{ ...asked, now: 'today' }, '"today" is not a time'],
    [{ ...asked, now: 1e300 }, '"1e+300" is not a Date, or milliseconds'],
    [{ ...asked, from: '2026-10-12' }, 'before it starts'],
    [{ ...asked, only: ['three'] }, 'no calendar "three"; it has "one", "two"'],
  ])('says what is wrong with %j', (options, message) => {
    expect(dryRun(clinic, options).mapErr(describeDryRunError)._unsafeUnwrapErr()).toContain(
      message,
    );
  });

  test('all mistakes of a document are given, with their paths', () => {
    const wrong = { ...clinic, timezone: 'Europe/Madird', closures: 5 };
    const text = dryRun(wrong, asked).mapErr(describeDryRunError)._unsafeUnwrapErr();
    expect(text).toContain('timezone: ');
    expect(text).toContain('\nclosures: ');
  });
});

test('unwrap throws what the description says', () => {
  expect(() => unwrap(parseDocument({ ...clinic, timezone: 'x' }))).toThrow('timezone: ');
  expect(() => unwrap(zoneId('x'))).toThrow('"x" is not a time zone');
  expect(() => unwrap(dryRun(clinic, { ...asked, only: ['x'] }))).toThrow('no calendar "x"');
});
