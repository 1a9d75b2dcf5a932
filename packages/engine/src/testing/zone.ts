import * as fc from 'fast-check';

/**
 * Zones, each with the dates around which something happens to its clock: the day of a change, where a
 * change lies at midnight both its days. `ORDINARY` ones are added to every zone.
 */
const DATES_BY_ZONE: Readonly<Record<string, readonly string[]>> = {
  'Europe/Madrid': ['2026-03-29', '2026-10-25'],
  UTC: [],
  'Europe/Warsaw': ['2026-03-29', '2026-10-25'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
  'America/Havana': ['2026-03-08', '2026-11-01'],
  'Africa/Cairo': ['2026-04-24', '2026-10-29'],
  'America/Santiago': ['2026-04-04', '2026-09-06'],
  'America/Nuuk': ['2026-03-28', '2026-03-29', '2026-10-24'],
  'Asia/Beirut': ['2026-03-29', '2026-10-24'],
  'Africa/Casablanca': ['2026-02-15', '2026-03-22'],
  'Atlantic/Azores': ['2026-03-29', '2026-10-25'],
  'Antarctica/Troll': ['2026-03-29', '2026-10-25'],
  'Asia/Kathmandu': [],
  'Pacific/Kiritimati': [],
  'Pacific/Chatham': ['2026-04-05', '2026-09-27'],
  'America/St_Johns': ['2026-03-08', '2026-11-01'],
  'America/Sao_Paulo': ['2018-02-17', '2018-11-04'],
  'Europe/Dublin': ['2026-03-29', '2026-10-25'],
};

/** A working week, the turn of a year, and the end of a February with 29 days. */
const ORDINARY = ['2026-10-05', '2026-12-31', '2028-02-29'];

/**
 * The zones that `zoneName` chooses from; the first one is what it shrinks to.
 *
 * @example
 * ODD_ZONES[0] // => 'Europe/Madrid'
 */
export const ODD_ZONES: readonly string[] = Object.keys(DATES_BY_ZONE);

/**
 * Dates on which a zone's clock does something unusual, then some ordinary ones.
 *
 * @example
 * interestingDates('Europe/Madrid').includes('2026-10-25') // => true
 */
export function interestingDates(timezone: string): readonly string[] {
  return [...(DATES_BY_ZONE[timezone] ?? []), ...ORDINARY];
}

/**
 * IANA zones with odd offsets and changes, and a few ordinary ones.
 *
 * @example
 * fc.sample(zoneName()).every((name) => ODD_ZONES.includes(name)) // => true
 */
export function zoneName(): fc.Arbitrary<string> {
  return fc.constantFrom(...ODD_ZONES);
}
