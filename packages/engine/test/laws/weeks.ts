import type {
  Booking,
  Calendar,
  Closure,
  DateOrTime,
  Horizon,
  Instant,
  LocalDate,
  Moment,
  Recurring,
} from '../../src/index.js';
import { plus } from '../../src/time/units.js';

const DAYS = 7;
const MINUTES = DAYS * 1440;

type Rule = NonNullable<Recurring['rrule']>;

/** Rules that know months and years give other dates some weeks later. */
function isByWeek({ freq, byMonth, byMonthDay }: Rule): boolean {
  const counted = freq === 'DAILY' || freq === 'WEEKLY';
  return counted && byMonth.length === 0 && byMonthDay.length === 0;
}

/** The calendar without the rules that are not the same some weeks later. */
export function byWeek(calendar: Calendar): Calendar {
  const keep = <E extends Recurring>(event: E): E =>
    event.rrule === undefined || isByWeek(event.rrule) ? event : { ...event, rrule: undefined };
  return {
    ...calendar,
    schedules: calendar.schedules.map(keep),
    breaks: calendar.breaks.map(keep),
    closures: calendar.closures.map((each) =>
      each.rrule === undefined || isByWeek(each.rrule) ? each : { ...each, rrule: undefined },
    ),
  };
}

export const instantLater = (instant: Instant, weeks: number): Instant =>
  plus(instant, weeks * MINUTES);

export function horizonLater({ from, through }: Horizon, weeks: number): Horizon {
  return { from: plus(from, weeks * DAYS), through: plus(through, weeks * DAYS) };
}

function momentLater(moment: Moment, weeks: number): Moment {
  return moment.kind === 'local'
    ? { kind: 'local', wall: plus(moment.wall, weeks * MINUTES) }
    : { kind: 'exact', instant: instantLater(moment.instant, weeks) };
}

function dateOrTimeLater(value: DateOrTime, weeks: number): DateOrTime {
  return value.kind === 'date'
    ? { kind: 'date', date: plus(value.date, weeks * DAYS) }
    : { kind: 'time', wall: plus(value.wall, weeks * MINUTES) };
}

function untilLater(until: Rule['until'], weeks: number): Rule['until'] {
  switch (until?.kind) {
    case undefined:
      return undefined;
    case 'date':
      return { kind: 'date', date: plus(until.date, weeks * DAYS) };
    case 'local':
      return { kind: 'local', wall: plus(until.wall, weeks * MINUTES) };
    case 'utc':
      return { kind: 'utc', instant: instantLater(until.instant, weeks) };
  }
}

function eventLater<E extends Recurring>(event: E, weeks: number): E {
  const { start, end, rrule, exdates, rdates } = event;
  return {
    ...event,
    start: momentLater(start, weeks),
    end: momentLater(end, weeks),
    rrule: rrule && { ...rrule, until: untilLater(rrule.until, weeks) },
    exdates: exdates.map((each) => dateOrTimeLater(each, weeks)),
    rdates: rdates.map((each) => dateOrTimeLater(each, weeks)),
  };
}

function closureLater(closure: Closure, weeks: number): Closure {
  const { rrule, exdates, rdates } = closure;
  const later = (date: LocalDate): LocalDate => plus(date, weeks * DAYS);
  return {
    ...closure,
    ...horizonLater(closure, weeks),
    rrule: rrule && { ...rrule, until: untilLater(rrule.until, weeks) },
    exdates: exdates.map(later),
    rdates: rdates.map(later),
  };
}

function bookingLater(booking: Booking, weeks: number): Booking {
  const { start, end } = booking;
  return { ...booking, start: instantLater(start, weeks), end: instantLater(end, weeks) };
}

/** Everything in a calendar some weeks later; earlier if `weeks` is negative. */
export function calendarLater(calendar: Calendar, weeks: number): Calendar {
  return {
    ...calendar,
    schedules: calendar.schedules.map((each) => eventLater(each, weeks)),
    breaks: calendar.breaks.map((each) => eventLater(each, weeks)),
    bookings: calendar.bookings.map((each) => bookingLater(each, weeks)),
    overrides: calendar.overrides.map((each) => ({ ...each, ...horizonLater(each, weeks) })),
    closures: calendar.closures.map((each) => closureLater(each, weeks)),
    // How long something is accepted is told of the date of `now`.
    accept: calendar.accept.map((each) => ({
      ...each,
      until: each.until && plus(each.until, weeks * DAYS),
    })),
  };
}
