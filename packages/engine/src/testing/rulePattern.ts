import * as fc from 'fast-check';
import { dayOfYear, daysInMonth, weekdayOf } from './wallText.js';
import { WEEKDAYS, weekdays } from './weekday.js';

/** A rule without its end. */
export interface Pattern {
  readonly text: string;
  /** True if the start itself matches the rule. */
  readonly matchesStart: boolean;
}

function some(values: readonly number[]): fc.Arbitrary<string> {
  return fc
    .shuffledSubarray([...values], { minLength: 1, maxLength: 3 })
    .map((chosen) => chosen.join(','));
}

/** Days and ordinals that every month has. */
const monthDays = (): fc.Arbitrary<string> => some([1, 5, 12, 15, 24, 25, 28, -1, -2, -7]);

/** A date's place in its month, from the start or the end (`4SU`, `-1SU`), or any other place. */
function ordinalDay(date: string): fc.Arbitrary<string> {
  const own = WEEKDAYS[weekdayOf(date)] ?? 'MO';
  const day = Number(date.slice(8));
  const fromEnd = Math.floor((daysInMonth(date) - day) / 7) + 1;
  return fc.oneof(
    fc.constantFrom(`${Math.ceil(day / 7)}${own}`, `-${fromEnd}${own}`),
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom(...WEEKDAYS))
      .map(([ordinal, name]) => `${ordinal}${name}`),
  );
}

/** One weekday comes four times in every month. */
const positions = (): fc.Arbitrary<string> => some([1, 2, 3, -1, -2]);
const interval = (): fc.Arbitrary<string> => fc.constantFrom('', ';INTERVAL=2');

const late = (text: string): Pattern => ({ text, matchesStart: false });

export function monthlyPattern(date: string): fc.Arbitrary<Pattern> {
  const parts = fc.oneof(
    monthDays().map((days) => late(`;BYMONTHDAY=${days}`)),
    fc.constant({ text: '', matchesStart: true }),
    ordinalDay(date).map((day) => late(`;BYDAY=${day}`)),
    fc
      .tuple(weekdays(), positions())
      .map(([days, chosen]) => late(`;BYDAY=${days.join(',')};BYSETPOS=${chosen}`)),
    monthDays().map((days) => late(`;BYMONTHDAY=${days};BYSETPOS=-1`)),
  );
  return fc.tuple(interval(), parts).map(([every, { text, matchesStart }]) => ({
    text: `FREQ=MONTHLY${every}${text}`,
    matchesStart,
  }));
}

/** Week numbers of which nobody doubts to which year they belong. */
function weekNear(date: string): number {
  return Math.min(50, Math.max(2, Math.ceil(dayOfYear(date) / 7)));
}

export function yearlyPattern(date: string): fc.Arbitrary<Pattern> {
  const month = fc.constantFrom(Number(date.slice(5, 7)), 2, 10);
  const today = dayOfYear(date);
  const parts = fc.oneof(
    fc.constant({ text: '', matchesStart: true }),
    fc
      .tuple(month, ordinalDay(date))
      .map(([number, day]) => late(`;BYMONTH=${number};BYDAY=${day}`)),
    fc
      .tuple(month, monthDays())
      .map(([number, days]) => late(`;BYMONTH=${number};BYMONTHDAY=${days}`)),
    fc
      .tuple(month, weekdays(), positions())
      .map(([number, days, chosen]) =>
        late(`;BYMONTH=${number};BYDAY=${days.join(',')};BYSETPOS=${chosen}`),
      ),
    fc
      .integer({ min: 0, max: 3 })
      .map((days) => late(`;BYYEARDAY=${Math.min(365, today + days)},-${1 + days}`)),
    fc
      .tuple(fc.integer({ min: 0, max: 1 }), weekdays())
      .map(([weeks, days]) => late(`;BYWEEKNO=${weekNear(date) + weeks};BYDAY=${days.join(',')}`)),
    ordinalDay(date).map((day) => late(`;BYDAY=${day}`)),
  );
  return parts.map(({ text, matchesStart }) => ({ text: `FREQ=YEARLY${text}`, matchesStart }));
}
