import {
  formatDate,
  type Instant,
  instantFormatter,
  type LocalDate,
  parseInstant,
  type WallTime,
  type Zone,
  zoneId,
  zoneOf,
} from '@slotwright/engine';

const MINUTES_PER_DAY = 1440;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** 0 is Monday. */
export function weekdayOf(date: LocalDate): number {
  return (((date + 3) % 7) + 7) % 7;
}

/** `Mon` for 0. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}

/** `Mon 2026-10-05` */
export function dayText(date: LocalDate): string {
  return `${weekdayName(weekdayOf(date))} ${formatDate(date)}`;
}

/** Minutes of a local time after midnight of a date: 1440 and more on later dates. */
export function minuteOn(date: LocalDate, wall: WallTime): number {
  return wall - date * MINUTES_PER_DAY;
}

/** `09:00` for 540, `24:00` for 1440. */
export function clockText(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** `UTC+02:00` */
export function offsetText(zone: Zone, at: Instant): string {
  const offset = zone.offsetAt(at);
  return `UTC${offset < 0 ? '-' : '+'}${clockText(Math.abs(offset))}`;
}

/**
 * Writes times of any offset in a calendar's zone, so that a report speaks of one zone only; what is no
 * time of whole minutes stays as it is.
 */
export function inZone(timezone: string): (time: string) => string {
  const iso = zoneId(timezone).map((id) => instantFormatter(zoneOf(id)));
  return (time) =>
    iso.andThen((format) => parseInstant(time).map((at) => format(at))).unwrapOr(time);
}

/** `2026-10-05 09:00` for `2026-10-05T09:00:00+02:00`. */
export function localText(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}

/** `09:00` for `2026-10-05T09:00:00+02:00`. */
export function timeOfDay(time: string): string {
  return time.slice(11, 16);
}

const MS_PER_DAY = 86_400_000;

/** `2026-10-05 09:00-11:00` of two times with their offset, with both dates where they differ. */
export function spanText(start: string, end: string): string {
  const date = start.slice(0, 10);
  if (end.startsWith(date)) return `${localText(start)}-${timeOfDay(end)}`;
  const isMidnight = Date.parse(end.slice(0, 10)) - Date.parse(date) === MS_PER_DAY;
  return isMidnight && timeOfDay(end) === '00:00'
    ? `${localText(start)}-24:00`
    : `${localText(start)} to ${localText(end)}`;
}
