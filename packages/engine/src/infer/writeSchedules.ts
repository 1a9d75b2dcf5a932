import type { ClinicDocumentInput } from '../document/reader/documentRecord.js';
import { groupBy } from '../grouping/groupBy.js';
import { formatDate } from '../time/date.js';
import type { DateSpan } from '../time/horizon.js';
import { MINUTES_PER_DAY, plus, weekday } from '../time/units.js';
import { type DayOffer, offerKey } from './dayOffer.js';
import type { Draft } from './draft.js';
import { type Pattern, type Weeks, weeksOfDate } from './pattern.js';
import { scheduleName } from './scheduleName.js';
import type { WrittenServices } from './writeServices.js';

/** A schedule as people write it. */
export type ScheduleInput = NonNullable<
  ClinicDocumentInput['calendars'][number]['schedules']
>[number];

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The same window on one or more weekdays. */
interface Shift {
  readonly offer: DayOffer;
  readonly weeks: Weeks;
  /** 0 is Monday; in order. */
  readonly weekdays: readonly number[];
}

/** The schedules of the weekdays: one for each window, whatever weekdays it is on. */
export function writeSchedules(
  { patterns, exceptions }: Draft,
  dates: readonly DateSpan[],
  { offersOf }: Pick<WrittenServices, 'offersOf'>,
): readonly ScheduleInput[] {
  const names = new Set<string>();
  return shiftsOf(patterns).flatMap((shift): ScheduleInput[] => {
    const own = dates.filter(({ date }) => isIn(shift, date));
    const [first] = own;
    if (first === undefined) return [];
    const { offer, weeks, weekdays } = shift;
    const services = offersOf(offer.services);
    const interval = weeks === 'all' ? '' : ';INTERVAL=2';
    const exdates = own.filter(({ date }) => exceptions.get(date)?.form === 'exact');
    return [
      {
        id: scheduleName({ start: offer.start, weeks, weekdays }, names),
        start: wallText(first, offer.start),
        end: wallText(first, offer.end),
        rrule: `FREQ=WEEKLY${interval};BYDAY=${weekdays.map((day) => DAYS[day]).join()}`,
        ...(exdates.length === 0 ? {} : { exdates: exdates.map(({ date }) => formatDate(date)) }),
        ...(services === undefined ? {} : { services }),
      },
    ];
  });
}

function isIn({ weeks, weekdays }: Shift, date: DateSpan['date']): boolean {
  const isWeek = weeks === 'all' || weeksOfDate(date) === weeks;
  return isWeek && weekdays.includes(weekday(date));
}

function shiftsOf(patterns: readonly Pattern[]): readonly Shift[] {
  const single = patterns.flatMap(({ offers, weeks, weekday: day }) =>
    offers.map((offer) => ({ offer, weeks, day })),
  );
  const ofDay = groupBy(single, ({ offer, day }) => `${day} ${offerKey(offer)}`);
  const each = [...ofDay.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const weeks: Weeks = others.length > 0 ? 'all' : first.weeks;
    return [{ ...first, weeks }];
  });
  const shifts = [...groupBy(each, ({ offer, weeks }) => `${weeks} ${offerKey(offer)}`).values()];
  return shifts
    .flatMap(([first, ...others]): Shift[] => {
      if (first === undefined) return [];
      const weekdays = [first, ...others].map(({ day }) => day).sort((a, b) => a - b);
      return [{ offer: first.offer, weeks: first.weeks, weekdays }];
    })
    .sort((a, b) => (a.weekdays[0] ?? 0) - (b.weekdays[0] ?? 0) || a.offer.start - b.offer.start);
}

/** `2026-10-05T09:00`; a minute of the next date where the minutes are more than a day has. */
function wallText({ date }: DateSpan, minute: number): string {
  const days = Math.floor(minute / MINUTES_PER_DAY);
  return `${formatDate(plus(date, days))}T${clockText(minute - days * MINUTES_PER_DAY)}`;
}

/** `09:00`; `24:00` for 1440. */
export function clockText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
