import type { ClinicDocumentInput } from '../document/reader/documentRecord.js';
import { formatDate } from '../time/date.js';
import { instantFormatter } from '../time/formatter.js';
import type { DateSpan } from '../time/horizon.js';
import { dateOf, type LocalDate, minuteOfDay, plus } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { DayOffer } from './dayOffer.js';
import type { Draft } from './draft.js';
import { freeName } from './scheduleName.js';
import type { ShownDate } from './shownDate.js';
import { clockText, type ScheduleInput } from './writeSchedules.js';
import type { WrittenServices } from './writeServices.js';

type CalendarInput = ClinicDocumentInput['calendars'][number];
type OverrideInput = NonNullable<CalendarInput['overrides']>[number];
type ClosureInput = NonNullable<CalendarInput['closures']>[number];
/** Days that a closure may bridge on which nothing is open anyway, such as a weekend. */
const MAX_GAP = 4;

type WindowInput = OverrideInput['windows'][number];

/** The dates that differ, as people write them. */
export interface WrittenExceptions {
  readonly overrides: readonly OverrideInput[];
  readonly closures: readonly ClosureInput[];
  /** Windows at times that the clock shows twice. */
  readonly schedules: readonly ScheduleInput[];
}

export function writeExceptions(
  { exceptions }: Draft,
  dates: readonly ShownDate[],
  zone: Zone,
  { offersOf }: Pick<WrittenServices, 'offersOf'>,
): WrittenExceptions {
  const closed: LocalDate[] = [];
  const open: { readonly date: LocalDate; readonly windows: readonly WindowInput[] }[] = [];
  const schedules: ScheduleInput[] = [];
  const exactTime = instantFormatter(zone);
  const names = new Set<string>();
  for (const { span } of dates) {
    const exception = exceptions.get(span.date);
    if (exception === undefined) continue;
    const { form, offers } = exception;
    if (offers.length === 0) closed.push(span.date);
    else if (form === 'override') {
      open.push({ date: span.date, windows: offers.map((each) => windowOf(each, span)) });
    } else {
      for (const { start, end, services } of offers) {
        schedules.push({
          id: freeName(`on-${formatDate(span.date)}`, names),
          start: exactTime(plus(span.start, start)),
          end: exactTime(plus(span.start, end)),
          ...withServices(offersOf(services)),
        });
      }
    }
  }
  const sameWindows = ({ windows }: (typeof open)[number]): string => JSON.stringify(windows);
  const shownOn = new Set(
    dates.filter(({ starts }) => starts.size > 0).map(({ span }) => span.date),
  );
  const lastShown = Math.max(...shownOn);
  const isOneClosure = (last: LocalDate, next: LocalDate): boolean => {
    if (last > lastShown) return true;
    for (let date = plus(last, 1); date < next; date = plus(date, 1)) {
      if (shownOn.has(date) || next - last > MAX_GAP) return false;
    }
    return true;
  };
  return {
    overrides: runs(
      open,
      (last, next) => next.date === last.date + 1 && sameWindows(last) === sameWindows(next),
    ).map(([first, last]) => ({
      ...rangeText(first.date, last.date),
      windows: first.windows,
    })),
    closures: runs(closed, isOneClosure).map(([first, last]) => rangeText(first, last)),
    schedules,
  };

  function windowOf({ start, end, services }: DayOffer, span: DateSpan): WindowInput {
    const at = (minute: number): number => {
      const wall = zone.toWall(plus(span.start, minute));
      return dateOf(wall) > span.date ? 1440 : minuteOfDay(wall);
    };
    return {
      start: clockText(at(start)),
      end: clockText(at(end)),
      ...withServices(offersOf(services)),
    };
  }
}

function withServices<S>(services: S | undefined): { readonly services?: S } {
  return services === undefined ? {} : { services };
}

function rangeText(from: LocalDate, through: LocalDate) {
  return from === through
    ? { date: formatDate(from) }
    : { from: formatDate(from), through: formatDate(through) };
}

/** The first and the last item of each run of items that go on from one to the next. */
function runs<T>(
  items: readonly T[],
  goesOn: (last: T, next: T) => boolean,
): readonly (readonly [T, T])[] {
  const found: [T, T][] = [];
  for (const item of items) {
    const run = found.at(-1);
    if (run !== undefined && goesOn(run[1], item)) run[1] = item;
    else found.push([item, item]);
  }
  return found;
}
