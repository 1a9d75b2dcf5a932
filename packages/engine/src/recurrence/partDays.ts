import { type Options, RRule, Weekday } from 'rrule';
import { weekNumberDays } from './weekNumbers.js';
import { addDay, modelOf, newYear, noDays, type YearDays } from './yearShape.js';

/** One value of one BY-part of a MONTHLY or YEARLY rule. */
export type PartValue =
  | { readonly part: 'month' | 'month-day' | 'year-day'; readonly value: number }
  | { readonly part: 'weekday'; readonly weekday: number }
  | {
      readonly part: 'weekday-of-month' | 'weekday-of-year';
      readonly weekday: number;
      readonly ordinal: number;
    }
  | { readonly part: 'week'; readonly value: number; readonly wkst: number };

const MS_PER_DAY = 86_400_000;
const EVERY_WEEKDAY = [0, 1, 2, 3, 4, 5, 6];

/** One set a value and shape, of which there are finitely many: bounded, not observable. */
const known = new Map<string, YearDays>();

/** The days that one value gives in the years of one shape. */
export function partDays(value: PartValue, shape: number): YearDays {
  const key = `${shape} ${Object.values(value).join()}`;
  const days = known.get(key) ?? daysInYear(value, modelOf(shape));
  known.set(key, days);
  return days;
}

function daysInYear(value: PartValue, year: number): YearDays {
  if (value.part === 'week') return weekNumberDays(year, value);
  return expand(year, optionsOf(value));
}

type PartOptions = Partial<Options> & Pick<Options, 'freq'>;

function optionsOf(value: Exclude<PartValue, { part: 'week' }>): PartOptions {
  switch (value.part) {
    case 'month':
      return { freq: RRule.YEARLY, bymonth: [value.value], byweekday: EVERY_WEEKDAY };
    case 'month-day':
      return { freq: RRule.MONTHLY, bymonthday: [value.value] };
    case 'year-day':
      return { freq: RRule.YEARLY, byyearday: [value.value] };
    case 'weekday':
      return { freq: RRule.YEARLY, byweekday: [value.weekday] };
    case 'weekday-of-month':
      return { freq: RRule.MONTHLY, byweekday: [new Weekday(value.weekday, value.ordinal)] };
    case 'weekday-of-year':
      return { freq: RRule.YEARLY, byweekday: [new Weekday(value.weekday, value.ordinal)] };
  }
}

/**
 * What rrule is right about: floating UTC midnights, one part, a start on 1 January so that it implies
 * nothing. It only looks at `until` when something matches, but the year is close to its last one.
 */
function expand(year: number, options: PartOptions): YearDays {
  const first = newYear(year);
  const rule = new RRule(
    {
      ...options,
      dtstart: new Date(first * MS_PER_DAY),
      until: new Date((newYear(year + 1) - 1) * MS_PER_DAY),
    },
    true,
  );
  const days = noDays();
  for (const date of rule.all()) addDay(days, date.getTime() / MS_PER_DAY - first);
  return days;
}
