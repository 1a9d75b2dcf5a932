import type { Calendar, Insurance, Offer } from '../../src/document/clinic.js';
import { type Clock, DAY } from './clock.js';
import { type Dates, occurrencesOf } from './occurrences.js';
import type { Range } from './range.js';

/** An occurrence of a schedule, or a window of an override, with what it offers. */
export interface Window extends Range {
  /** The schedule's id, or the override's date. */
  readonly source: string;
  /** The date that it starts on, before a gap moves it. */
  readonly date: number;
  readonly offers: readonly Offer[];
  readonly insurance: Insurance | undefined;
}

/** Windows that the schedules put on dates without an override, in the order of the schedules. */
function scheduledWindows(calendar: Calendar, dates: Dates, clock: Clock): readonly Window[] {
  const isOverridden = (date: number): boolean =>
    calendar.overrides.some(({ from, through }) => from <= date && date <= through);
  return calendar.schedules.flatMap((schedule) =>
    occurrencesOf(schedule, dates, clock, clock.place)
      .filter(({ date }) => !isOverridden(date))
      .map(({ date, start, end }) => ({
        source: schedule.id,
        date,
        start,
        end,
        offers: schedule.offers,
        insurance: schedule.insurance,
      })),
  );
}

/** Of the dates of a horizon and the one before it: an override's window ends by midnight. */
function overrideWindows(calendar: Calendar, dates: Dates, clock: Clock): readonly Window[] {
  const overridden = calendar.overrides.flatMap(({ from, through, windows }) =>
    datesBetween(Math.max(from, dates.from - 2), Math.min(through, dates.through)).map((date) => ({
      date,
      windows,
    })),
  );
  return overridden.flatMap(({ date, windows }) =>
    windows
      .map(({ start, end, offers, insurance }) => ({
        source: dateText(date),
        date,
        start: clock.place(date * DAY + start),
        end: clock.place(date * DAY + end),
        offers,
        insurance,
      }))
      .filter(({ start, end }) => start < end),
  );
}

/** All windows, the ones whose insurance setting counts first listed first. */
export function windowsOf(calendar: Calendar, dates: Dates, clock: Clock): readonly Window[] {
  return [...scheduledWindows(calendar, dates, clock), ...overrideWindows(calendar, dates, clock)];
}

/** `2026-10-05` */
export function dateText(date: number): string {
  return new Date(date * DAY * 60_000).toISOString().slice(0, 10);
}

function datesBetween(from: number, through: number): readonly number[] {
  return Array.from({ length: Math.max(0, through - from + 1) }, (_, index) => from + index);
}
