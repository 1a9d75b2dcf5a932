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

function newTable(): CalendarTable {
  const first = firstOfMonth(FIRST_MONTH);
  const size = firstOfMonth(END_MONTH) - first;
  const [weekday, month] = [new Uint8Array(size), new Uint8Array(size)];
  const [dayOfMonth, dayFromMonthEnd] = [new Int8Array(size), new Int8Array(size)];
  const [dayOfYear, dayFromYearEnd] = [new Int16Array(size), new Int16Array(size)];
  for (let index = FIRST_MONTH; index < END_MONTH; index += 1) {
    const january = Math.floor(index / 12) * 12;
    const [year, nextYear] = [firstOfMonth(january), firstOfMonth(january + 12)];
    const [start, end] = [firstOfMonth(index), firstOfMonth(index + 1)];
    for (let date: number = start; date < end; date += 1) {
      const at = date - first;
      weekday[at] = weekdayOf(plus(first, at));
      month[at] = index - january + 1;
      dayOfMonth[at] = date - start + 1;
      dayFromMonthEnd[at] = date - end;
      dayOfYear[at] = date - year + 1;
      dayFromYearEnd[at] = date - nextYear;
    }
  }
  return { first, weekday, month, dayOfMonth, dayFromMonthEnd, dayOfYear, dayFromYearEnd };
}
