import { firstOfMonth } from '../../time/date.js';
import { type LocalDate, plus, weekday as weekdayOf } from '../../time/units.js';

/** The place of each date in its week, month and year, counted as rules count: from the end -1, -2… */
export interface CalendarTable {
  /** The date of the lists' first entry. */
  readonly first: LocalDate;
  /** 0 is Monday. */
  readonly weekday: Uint8Array;
  /** 1 to 12. */
  readonly month: Uint8Array;
  /** 1 to 31, and -31 to -1. */
  readonly dayOfMonth: Int8Array;
  readonly dayFromMonthEnd: Int8Array;
  /** 1 to 366, and -366 to -1. */
  readonly dayOfYear: Int16Array;
  readonly dayFromYearEnd: Int16Array;
}

/** 1969 through 2200 in months since January 1970: a year more than documents know at each end. */
const FIRST_MONTH = -12;
const END_MONTH = 231 * 12;

/** Of the one calendar that there is, and not observable. */
let table: CalendarTable | undefined;

/** Places of dates, which are asked for many times more often than a `Date` is fast. */
export function calendarTable(): CalendarTable {
  table ??= newTable();
  return table;
}

/** What years of one length have in common. */
type Year = Omit<CalendarTable, 'first' | 'weekday'>;

/** A year of each length is counted and copied to all others: a rule is often a process's first work. */
function newTable(): CalendarTable {
  const first = firstOfMonth(FIRST_MONTH);
  const size = firstOfMonth(END_MONTH) - first;
  const all = emptyYear(size);
  const byLength = new Map<number, Year>();
  for (let january = FIRST_MONTH; january < END_MONTH; january += 12) {
    const start = firstOfMonth(january);
    const length = firstOfMonth(january + 12) - start;
    const year = byLength.get(length) ?? countedYear(january, length);
    byLength.set(length, year);
    all.month.set(year.month, start - first);
    all.dayOfMonth.set(year.dayOfMonth, start - first);
    all.dayFromMonthEnd.set(year.dayFromMonthEnd, start - first);
    all.dayOfYear.set(year.dayOfYear, start - first);
    all.dayFromYearEnd.set(year.dayFromYearEnd, start - first);
  }
  return { first, weekday: weekdaysFrom(first, size), ...all };
}

function emptyYear(size: number): Year {
  return {
    month: new Uint8Array(size),
    dayOfMonth: new Int8Array(size),
    dayFromMonthEnd: new Int8Array(size),
    dayOfYear: new Int16Array(size),
    dayFromYearEnd: new Int16Array(size),
  };
}

function countedYear(january: number, length: number): Year {
  const year = emptyYear(length);
  const first = firstOfMonth(january);
  for (let month = 0; month < 12; month += 1) {
    const start = firstOfMonth(january + month) - first;
    const end = firstOfMonth(january + month + 1) - first;
    for (let at = start; at < end; at += 1) {
      year.month[at] = month + 1;
      year.dayOfMonth[at] = at - start + 1;
      year.dayFromMonthEnd[at] = at - end;
      year.dayOfYear[at] = at + 1;
      year.dayFromYearEnd[at] = at - length;
    }
  }
  return year;
}

function weekdaysFrom(first: LocalDate, size: number): Uint8Array {
  const weekdays = new Uint8Array(size);
  for (let at = 0; at < 7; at += 1) weekdays[at] = weekdayOf(plus(first, at));
  for (let done = 7; done < size; done *= 2) weekdays.copyWithin(done, 0, done);
  return weekdays;
}
