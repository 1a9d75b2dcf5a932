import { expect, test } from 'vitest';
import { isLeap, modelOf, newYear, shapeOf, weekdayOf } from './yearShape.js';

const YEARS = Array.from({ length: 232 }, (_, index) => 1969 + index);

test('newYear counts days as the calendar does', () => {
  expect(YEARS.map(newYear)).toEqual(YEARS.map((year) => Date.UTC(year, 0, 1) / 86_400_000));
});

test('a shape has the weekday and the lengths of the year and of its neighbours', () => {
  const facts = (year: number) => [
    weekdayOf(newYear(year)),
    ...[year - 1, year, year + 1].map((each) => isLeap(each)),
  ];
  expect(YEARS.map((year) => facts(modelOf(shapeOf(year))))).toEqual(YEARS.map(facts));
});
