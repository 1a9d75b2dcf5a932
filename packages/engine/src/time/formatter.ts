import { formatDate } from './date.js';
import { dateOf, type Instant, type LocalDate, minuteOfDay, wallFromInstant } from './units.js';
import type { Zone } from './zone.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** `T09:00:00` for every minute of a day: output writes thousands of them. */
const CLOCK: readonly string[] = Array.from(
  { length: 1440 },
  (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`,
);

function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `T09:00:00+02:00` by offset and minute: at most 1,440 texts for each offset that a zone has; not observable. */
const clocks = new Map<number, string[]>();

function clockAt(offset: number): string[] {
  const known = clocks.get(offset);
  if (known !== undefined) return known;
  const texts: string[] = [];
  clocks.set(offset, texts);
  return texts;
}

/**
 * A function that writes instants with the zone's offset at that instant: `2026-10-25T09:00:00+01:00`,
 * never `Z`, no fractions. It remembers the date it wrote last, so it is fastest on sorted input.
 *
 * @example
 * instantFormatter(zoneOf(calendar.timezone))(0) // => '1970-01-01T01:00:00+01:00'
 */
export function instantFormatter(zone: Zone): (instant: Instant) => string {
  let date: LocalDate | undefined;
  let dateText = '';
  let offset: number | undefined;
  let clock: string[] = [];
  return (instant) => {
    const offsetNow = zone.offsetAt(instant);
    if (offsetNow !== offset) {
      offset = offsetNow;
      clock = clockAt(offsetNow);
    }
    const wall = wallFromInstant(instant, offsetNow);
    const dateNow = dateOf(wall);
    if (dateNow !== date) {
      date = dateNow;
      dateText = formatDate(dateNow);
    }
    const minute = minuteOfDay(wall);
    clock[minute] ??= (CLOCK[minute] ?? '') + formatOffset(offsetNow);
    return dateText + clock[minute];
  };
}
