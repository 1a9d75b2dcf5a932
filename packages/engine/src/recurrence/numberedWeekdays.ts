import { RRule, Weekday } from 'rrule';
import { isLeap, newYear } from './yearShape.js';

/** In what weekdays are counted: BYDAY's numbers mean a month or a year. */
export type CountedIn = 'month' | 'year';

/** Days after 1 January. */
type Days = ReadonlySet<number>;

const MS_PER_DAY = 86_400_000;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
/** A leap year and the year after it, close to the last year of rrule's calendar, 9999. */
const LEAP_YEAR = 9996;
const COMMON_YEAR = 9997;

interface NumberedDays {
  readonly leap: Days;
  readonly common: Days;
}

/** One entry a number, of which there are 116: bounded, not observable. */
const known = new Map<string, NumberedDays>();

/** The days of a year that are the `ordinal`-th of their weekday, -1 being the last. */
export function numberedDays(ordinal: number, countedIn: CountedIn, year: number): Days {
  const key = `${ordinal} ${countedIn}`;
  const days = known.get(key) ?? expand(ordinal, countedIn);
  known.set(key, days);
  return isLeap(year) ? days.leap : days.common;
}

/**
 * What rrule is right about: days, as floating UTC midnights, from a start on 1 January so that it
 * implies nothing, without COUNT, BYSETPOS and zone. It looks at UNTIL only when it has found
 * something, and otherwise goes on to the end of its calendar: here that is near.
 */
function expand(ordinal: number, countedIn: CountedIn): NumberedDays {
  const rule = new RRule(
    {
      freq: countedIn === 'month' ? RRule.MONTHLY : RRule.YEARLY,
      dtstart: new Date(newYear(LEAP_YEAR) * MS_PER_DAY),
      until: new Date((newYear(COMMON_YEAR + 1) - 1) * MS_PER_DAY),
      byweekday: WEEKDAYS.map((weekday) => new Weekday(weekday, ordinal)),
    },
    true,
  );
  const found = rule.all().map((date) => date.getTime() / MS_PER_DAY);
  const [leap, common] = [newYear(LEAP_YEAR), newYear(COMMON_YEAR)];
  return {
    leap: new Set(found.filter((day) => day < common).map((day) => day - leap)),
    common: new Set(found.filter((day) => day >= common).map((day) => day - common)),
  };
}
