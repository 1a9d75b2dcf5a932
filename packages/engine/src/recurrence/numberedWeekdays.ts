import { RRule, Weekday } from 'rrule';
import { FIRST_MODEL_YEAR, modelOf, newYear, SHAPES } from './yearShape.js';

/** In what weekdays are counted: BYDAY's numbers mean a month or a year. */
export type CountedIn = 'month' | 'year';

/** Days after 1 January. */
type Days = ReadonlySet<number>;

const MS_PER_DAY = 86_400_000;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

/** One entry a number, of which there are 116: bounded, not observable. */
const known = new Map<string, readonly Days[]>();

/** The days of a year of a shape that are the `ordinal`-th of their weekday, -1 being the last. */
export function numberedDays(ordinal: number, countedIn: CountedIn, shape: number): Days {
  const key = `${ordinal} ${countedIn}`;
  const byShape = known.get(key) ?? expand(ordinal, countedIn);
  known.set(key, byShape);
  return byShape[shape] ?? new Set();
}

/**
 * What rrule is right about: days, as floating UTC midnights, from a start on 1 January so that it
 * implies nothing, without COUNT, BYSETPOS and zone. A rule that finds nothing makes it run to the end
 * of its calendar, the year 9999; that is where the model years are, so it never runs far.
 */
function expand(ordinal: number, countedIn: CountedIn): readonly Days[] {
  const rule = new RRule(
    {
      freq: countedIn === 'month' ? RRule.MONTHLY : RRule.YEARLY,
      dtstart: new Date(newYear(FIRST_MODEL_YEAR) * MS_PER_DAY),
      byweekday: WEEKDAYS.map((weekday) => new Weekday(weekday, ordinal)),
    },
    true,
  );
  const found = new Set(rule.all().map((date) => date.getTime() / MS_PER_DAY));
  return Array.from({ length: SHAPES }, (_, shape) => daysOfYear(found, modelOf(shape)));
}

function daysOfYear(found: Days, year: number): Days {
  const first = newYear(year);
  const days = new Set<number>();
  for (let day = first; day < newYear(year + 1); day += 1) {
    if (found.has(day)) days.add(day - first);
  }
  return days;
}
