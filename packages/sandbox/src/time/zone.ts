import { DateTime, IANAZone } from 'luxon';

/** Milliseconds since the Unix epoch. */
export type EpochMs = number;

/** A calendar date of some zone, `YYYY-MM-DD`. */
export type LocalDate = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** Clocks change on quarters of an hour of UTC only, so one answer of the (slow) zone database serves a quarter. */
const QUARTER = 15 * MINUTE;
const MAX_CACHED_QUARTERS = 50_000;
const offsets = new Map<string, Map<number, number>>();

/** Minutes that the zone's wall clock is ahead of UTC at this instant. */
function offsetMinutes(at: EpochMs, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  const quarter = Math.floor(at / QUARTER);
  const found = known.get(quarter);
  if (found !== undefined) return found;
  const offset = IANAZone.create(zone).offset(quarter * QUARTER);
  if (known.size >= MAX_CACHED_QUARTERS) known.clear();
  offsets.set(zone, known.set(quarter, offset));
  return offset;
}

/** Wall clock as if it were UTC, so that ISO text can be cut out of it. */
function wallClock(at: EpochMs, zone: string): string {
  return new Date(at + offsetMinutes(at, zone) * MINUTE).toISOString();
}

/** ISO 8601 to the second with the zone's offset and a colon: `2021-05-16T14:00:00+01:00`. */
export function formatTimestamp(at: EpochMs, zone: string): string {
  const offset = offsetMinutes(at, zone);
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.trunc(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${wallClock(at, zone).slice(0, 19)}${sign}${hours}:${minutes}`;
}

/** The form that replaceSlots uses in its 12-week message: `15.05.2021, 11:45`. */
export function formatForPeople(at: EpochMs, zone: string): string {
  const wall = wallClock(at, zone);
  return `${wall.slice(8, 10)}.${wall.slice(5, 7)}.${wall.slice(0, 4)}, ${wall.slice(11, 16)}`;
}

/** The date on the zone's calendar at this instant. */
export function localDate(at: EpochMs, zone: string): LocalDate {
  return wallClock(at, zone).slice(0, 10);
}

/** The first instant of a local date; 01:00 where the zone skips midnight. */
export function startOfDay(date: LocalDate, zone: string): EpochMs {
  return DateTime.fromISO(date, { zone }).toMillis();
}

/** The first instant of the next local date. */
export function endOfDay(date: LocalDate, zone: string): EpochMs {
  return startOfDay(
    DateTime.fromISO(date, { zone: 'UTC' }).plus({ days: 1 }).toFormat('yyyy-MM-dd'),
    zone,
  );
}
