import { FIRST_DATE, firstOfMonth, monthOf } from '../../time/date.js';
import { type LocalDate, plus, weekday } from '../../time/units.js';
import type { RecurrenceRule } from '../rule.js';

/** Whole local dates, both inclusive. */
export interface DateRange {
  readonly from: LocalDate;
  readonly through: LocalDate;
}

/** The days, weeks, months or years in which a rule recurs; the one that DTSTART lies in is number 0. */
export interface Periods {
  /** The number of the first one that ends on or after a date. */
  readonly numberAt: (date: LocalDate) => number;
  readonly at: (number: number) => DateRange;
}

/** What FREQ, INTERVAL and WKST say. */
export function periodsOf({ freq, interval, wkst }: RecurrenceRule, start: LocalDate): Periods {
  switch (freq) {
    case 'DAILY':
      return everySo(DAYS, start, 1, interval);
    case 'WEEKLY':
      return everySo(DAYS, start - ((weekday(start) - wkst + 7) % 7), 7, interval);
    case 'MONTHLY':
      return everySo(MONTHS, monthOf(start), 1, interval);
    case 'YEARLY':
      return everySo(MONTHS, Math.floor(monthOf(start) / 12) * 12, 12, interval);
  }
}

/** Days or months since 1970, in which periods are measured. */
interface Measure {
  readonly of: (date: LocalDate) => number;
  readonly firstDate: (count: number) => LocalDate;
}

const DAYS: Measure = { of: (date) => date, firstDate: (count) => plus(FIRST_DATE, count) };
const MONTHS: Measure = { of: monthOf, firstDate: firstOfMonth };

/** Periods of `length` days or months, every `interval`-th of them from the one that starts at `first`. */
function everySo(measure: Measure, first: number, length: number, interval: number): Periods {
  const step = length * interval;
  return {
    numberAt: (date) => Math.max(0, Math.ceil((measure.of(date) - (first + length - 1)) / step)),
    at: (number) => {
      const start = first + number * step;
      return {
        from: measure.firstDate(start),
        through: plus(measure.firstDate(start + length), -1),
      };
    },
  };
}
