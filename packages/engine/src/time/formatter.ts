import { FIRST_DATE, formatDate } from './date.js';
import {
  dateOf,
  type Instant,
  type LocalDate,
  MINUTES_PER_DAY,
  minuteOfDay,
  plus,
  wallFromInstant,
} from './units.js';
import type { Zone } from './zone.js';

/** `00` to `59`: output writes thousands of them. */
const TWO: readonly string[] = Array.from({ length: 60 }, (_, value) =>
  String(value).padStart(2, '0'),
);

/** Two digits of a whole number from 0 to 59. */
const two = (value: number): string => TWO[value] ?? '';

function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The texts of a date's minutes at one offset, as far as they have been written. */
type DayTexts = (string | undefined)[];

/**
 * Calendars write the same few minutes of the same dates again and again, so they share the texts. A horizon
 * has 84 dates at most; when there are too many, all are let go. Not observable.
 */
const MAX_DAYS = 256;
const days = new Map<number, DayTexts>();

function dayTexts(date: LocalDate, offset: number): DayTexts {
  const key = date * MINUTES_PER_DAY * 2 + offset;
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size >= MAX_DAYS) days.clear();
  const texts: DayTexts = new Array<string | undefined>(MINUTES_PER_DAY).fill(undefined);
  days.set(key, texts);
  return texts;
}

function dayText(date: LocalDate, minute: number, offset: number): string {
  const clock = `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
  return formatDate(date) + clock + formatOffset(offset);
}

/**
 * A function that writes instants with the zone's offset at that instant: `2026-10-25T09:00:00+01:00`,
 * never `Z`, no fractions. It remembers the date it wrote last, so it is fastest on sorted input.
 *
 * Law: read again, it is that instant.
 *
 * @example
 * instantFormatter(zoneOf(calendar.timezone))(0) // => '1970-01-01T01:00:00+01:00'
 */
export function instantFormatter(zone: Zone): (instant: Instant) => string {
  let date = FIRST_DATE;
  let offset = 0;
  let texts: DayTexts = [];
  /** A day of 1440 minutes has one offset; on others each minute is written by itself. */
  let start = Number.NaN;
  return (instant) => {
    let minute = instant - start;
    if (!(minute >= 0 && minute < MINUTES_PER_DAY)) {
      offset = zone.offsetAt(instant);
      const wall = wallFromInstant(instant, offset);
      date = dateOf(wall);
      minute = minuteOfDay(wall);
      start = instant - minute;
      const isSteady =
        zone.startOf(date) === start && zone.startOf(plus(date, 1)) === start + MINUTES_PER_DAY;
      if (!isSteady) {
        start = Number.NaN;
        return dayText(date, minute, offset);
      }
      texts = dayTexts(date, offset);
    }
    const known = texts[minute];
    if (known !== undefined) return known;
    const text = dayText(date, minute, offset);
    texts[minute] = text;
    return text;
  };
}
