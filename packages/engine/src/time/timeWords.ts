import { instantFormatter } from './formatter.js';
import { parseInstant } from './iso.js';
import { zoneOf } from './zone.js';
import { zoneId } from './zoneId.js';

const MS_PER_DAY = 86_400_000;

/**
 * Writes times of any offset in a zone, so that a text speaks of one zone only. What is no time of whole minutes
 * stays as it is, and so does everything in a zone that nobody knows.
 *
 * @example
 * inZone('Europe/Madrid')('2026-10-05T07:00:00Z') // => '2026-10-05T09:00:00+02:00'
 */
export function inZone(timezone: string): (time: string) => string {
  const iso = zoneId(timezone).map((id) => instantFormatter(zoneOf(id)));
  return (time) =>
    iso.andThen((format) => parseInstant(time).map((at) => format(at))).unwrapOr(time);
}

/**
 * Date and time of day of a time with its offset, for people.
 *
 * @example
 * localText('2026-10-05T09:00:00+02:00') // => '2026-10-05 09:00'
 */
export function localText(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}

/**
 * The time of day of a time with its offset.
 *
 * @example
 * timeOfDay('2026-10-05T09:00:00+02:00') // => '09:00'
 */
export function timeOfDay(time: string): string {
  return time.slice(11, 16);
}

/**
 * From one time with its offset to another, for people; with both dates where they differ.
 *
 * @example
 * spanText('2026-10-05T09:00:00+02:00', '2026-10-05T11:00:00+02:00')
 * // => '2026-10-05 09:00-11:00'
 */
export function spanText(start: string, end: string): string {
  const date = start.slice(0, 10);
  if (end.startsWith(date)) return `${localText(start)}-${timeOfDay(end)}`;
  const isNextDate = Date.parse(end.slice(0, 10)) - Date.parse(date) === MS_PER_DAY;
  return isNextDate && timeOfDay(end) === '00:00'
    ? `${localText(start)}-24:00`
    : `${localText(start)} to ${localText(end)}`;
}
