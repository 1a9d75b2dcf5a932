declare const unit: unique symbol;

/** A number that says what it counts, so that dates, instants and wall times cannot be mixed up. */
export type Unit<Name extends string> = number & { readonly [unit]: Name };

/** Whole minutes since 1970-01-01T00:00Z. */
export type Instant = Unit<'Instant'>;
/** Whole minutes since 1970-01-01T00:00 on the wall clock of some place: local time without a zone. */
export type WallTime = Unit<'WallTime'>;
/** Whole days since 1970-01-01: a date on the calendar, without a zone. */
export type LocalDate = Unit<'LocalDate'>;
/** A length of time in whole minutes. */
export type Minutes = Unit<'Minutes'>;

export const MINUTES_PER_DAY = 1440;

/** `base` moved by `count` of its own units: minutes for instants and wall times, days for dates. */
export function plus<U extends Instant | WallTime | LocalDate | Minutes>(
  base: U,
  count: number,
): U {
  return (base + count) as U;
}

/** A length in minutes; the caller has checked that it is a whole number. */
export function minutes(count: number): Minutes {
  return count as Minutes;
}

/** The date on the calendar that a wall time falls on. */
export function dateOf(wall: WallTime): LocalDate {
  return Math.floor(wall / MINUTES_PER_DAY) as LocalDate;
}

/** Minutes since midnight on the wall clock, 0 to 1439. */
export function minuteOfDay(wall: WallTime): number {
  return wall - dateOf(wall) * MINUTES_PER_DAY;
}

/** The wall time `minute` minutes after midnight of `date`; 1440 is midnight of the next date. */
export function wallAt(date: LocalDate, minute: number): WallTime {
  return (date * MINUTES_PER_DAY + minute) as WallTime;
}

/** The wall time that a clock shows `offset` minutes east of UTC. */
export function wallFromInstant(instant: Instant, offset: number): WallTime {
  return (instant + offset) as number as WallTime;
}

/** The instant at which a clock `offset` minutes east of UTC shows `wall`. */
export function instantFromWall(wall: WallTime, offset: number): Instant {
  return (wall - offset) as number as Instant;
}

/** The minute that has begun at a time in milliseconds since 1970-01-01T00:00Z. */
export function instantFromMs(ms: number): Instant {
  return Math.floor(ms / 60_000) as Instant;
}

/** The day of the week: 0 is Monday, 6 is Sunday. */
export function weekday(date: LocalDate): number {
  return (((date + 3) % 7) + 7) % 7;
}
