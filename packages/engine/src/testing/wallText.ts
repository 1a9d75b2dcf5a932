const MS_PER_DAY = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** The date some days after another one: `2026-10-25` and 7 give `2026-11-01`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The dates `from` through `through`. */
export function datesThrough(from: string, through: string): readonly string[] {
  const count = (Date.parse(through) - Date.parse(from)) / MS_PER_DAY + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index));
}

/** `09:00`; 1440 minutes are `24:00`. */
export function clockText(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `2026-10-25T09:00`, some minutes after midnight of a date: 1440 are midnight of the next one. */
export function wallText(date: string, minute: number): string {
  const days = Math.floor(minute / 1440);
  return `${addDays(date, days)}T${clockText(minute - days * 1440)}`;
}

/** The day of the week: 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(Date.parse(date)).getUTCDay() + 6) % 7;
}

/** 1 for the first of January. */
export function dayOfYear(date: string): number {
  return (Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / MS_PER_DAY + 1;
}

export function daysInMonth(date: string): number {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
}
