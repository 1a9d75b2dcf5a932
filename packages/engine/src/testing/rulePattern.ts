import * as fc from 'fast-check';
import { dayOfYear, daysInMonth, weekdayOf } from './wallText.js';
import { WEEKDAYS, weekdays } from './weekday.js';

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

/** MONTHLY rules without their end. */
export function monthlyPattern(date: string): fc.Arbitrary<string> {
  const parts = fc.oneof(
    monthDays().map((days) => `;BYMONTHDAY=${days}`),
    fc.constant(''),
    ordinalDay(date).map((day) => `;BYDAY=${day}`),
    fc
      .tuple(fc.constantFrom(...WEEKDAYS), ordinalDay(date))
      .map(([plain, numbered]) => `;BYDAY=${plain},${numbered}`),
    fc
      .tuple(weekdays(), positions())
      .map(([days, chosen]) => `;BYDAY=${days.join(',')};BYSETPOS=${chosen}`),
    monthDays().map((days) => `;BYMONTHDAY=${days};BYSETPOS=-1`),
  );
  return fc.tuple(interval(), parts).map(([every, text]) => `FREQ=MONTHLY${every}${text}`);
}

/** Week numbers of which nobody doubts to which year they belong. */
function weekNear(date: string): number {
  return Math.min(50, Math.max(2, Math.ceil(dayOfYear(date) / 7)));
}

/** YEARLY rules without their end. */
export function yearlyPattern(date: string): fc.Arbitrary<string> {
  const month = fc.constantFrom(Number(date.slice(5, 7)), 2, 10);
  const today = dayOfYear(date);
  const parts = fc.oneof(
    fc.constant(''),
    fc.tuple(month, ordinalDay(date)).map(([number, day]) => `;BYMONTH=${number};BYDAY=${day}`),
    fc.tuple(month, monthDays()).map(([number, days]) => `;BYMONTH=${number};BYMONTHDAY=${days}`),
    fc
      .tuple(month, weekdays(), positions())
      .map(
        ([number, days, chosen]) => `;BYMONTH=${number};BYDAY=${days.join(',')};BYSETPOS=${chosen}`,
      ),
    fc
      .integer({ min: 0, max: 3 })
      .map((days) => `;BYYEARDAY=${Math.min(365, today + days)},-${1 + days}`),
    fc
      .tuple(fc.integer({ min: 0, max: 1 }), weekdays())
      .map(([weeks, days]) => `;BYWEEKNO=${weekNear(date) + weeks};BYDAY=${days.join(',')}`),
    ordinalDay(date).map((day) => `;BYDAY=${day}`),
  );
  return parts.map((text) => `FREQ=YEARLY${text}`);
}
