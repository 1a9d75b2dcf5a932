import type { Calendar, Insurance, Offer } from '../../src/document/clinic.js';
import { type Clock, DAY } from './clock.js';
import { type Dates, occurrencesOf } from './occurrences.js';
import type { Range } from './range.js';

/** An occurrence of a schedule, or a window of an override, with what it offers. */
export interface Window extends Range {
  readonly offers: readonly Offer[];
  readonly insurance: Insurance | undefined;
}

/** Windows that the schedules put on dates without an override, in the order of the schedules. */
function scheduledWindows(calendar: Calendar, dates: Dates, clock: Clock): readonly Window[] {
  const overridden = new Set<number>(calendar.overrides.map(({ date }) => date));
  return calendar.schedules.flatMap((schedule) =>
    occurrencesOf(schedule, dates, clock)
      .filter(({ date }) => !overridden.has(date))
      .map(({ start, end }) => ({
        start,
        end,
        offers: schedule.offers,
        insurance: schedule.insurance,
      })),
  );
}

function overrideWindows(calendar: Calendar, clock: Clock): readonly Window[] {
  return calendar.overrides.flatMap(({ date, windows }) =>
    windows
      .map(({ start, end, offers, insurance }) => ({
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
  return [...scheduledWindows(calendar, dates, clock), ...overrideWindows(calendar, clock)];
}
