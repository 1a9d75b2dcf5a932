import {
  formatDate,
  type Instant,
  type LocalDate,
  type WallTime,
  type Zone,
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
