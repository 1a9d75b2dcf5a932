import type { Calendar } from '../../src/document/clinic.js';
import type { Clock } from './clock.js';
import { closedDates } from './closures.js';
import { insuranceKey } from './insurance.js';
import type { NaivePlan } from './model.js';
import { type Range, runsWhere } from './range.js';
import { type Window, windowsOf } from './windows.js';

/** A finding that names no time of day in its message. */
interface Conflict extends Range {
  readonly code: string;
  readonly ids: readonly string[];
  readonly named: readonly [];
}

/** Where windows that are open at one minute differ: each minute asked by itself. */
export function scheduleConflicts(
  calendar: Calendar,
  { from, through }: NaivePlan,
  clock: Clock,
): readonly Conflict[] {
  const dates = { from, through };
  const closed = closedDates(calendar, dates, clock);
  const windows = windowsOf(calendar, dates, clock);
  const span = { start: clock.startOf(from), end: clock.startOf(through + 1) };
  const closedMinutes = new Set(
    [...closed].flatMap((date) =>
      minutesOf({ start: clock.startOf(date), end: clock.startOf(date + 1) }),
    ),
  );
  const openAt = (minute: number): readonly Window[] =>
    closedMinutes.has(minute)
      ? []
      : windows.filter(({ start, end }) => start <= minute && minute < end);
  const conflicts = (
    code: string,
    ids: readonly string[],
    aspectOf: (window: Window) => string | number | undefined,
  ): readonly Conflict[] => {
    const telling = (minute: number): readonly Window[] =>
      openAt(minute).filter((window) => aspectOf(window) !== undefined);
    return runsWhere(span, (minute) => new Set(telling(minute).map(aspectOf)).size > 1).map(
      (run) => {
        const open = new Set(minutesOf(run).flatMap(telling));
        const sources = windows.filter((window) => open.has(window)).map(({ source }) => source);
        return { code, ...run, ids: [...ids, ...new Set(sources)], named: [] };
      },
    );
  };
  return [
    ...conflicts('schedule-insurance-conflict', [], ({ insurance }) => insuranceKey(insurance)),
    ...calendar.services.flatMap(({ id, addressServiceId }) =>
      conflicts(
        'schedule-duration-conflict',
        [id],
        ({ offers }) => offers.find((each) => each.addressServiceId === addressServiceId)?.duration,
      ),
    ),
  ];
}

function minutesOf({ start, end }: Range): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
