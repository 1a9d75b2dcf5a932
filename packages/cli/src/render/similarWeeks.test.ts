import { type LocalDate, parseDate } from '@slotwright/engine';
import { describe, expect, test } from 'vitest';
import { weekdayOf } from './clock.js';
import { similarWeeks } from './similarWeeks.js';
import { type Day, dayOf, weeksTitle } from './weeks.js';

/** So many dates in a row, and what is said of each. */
function days(first: string, count: number, said: (date: LocalDate) => string): readonly Day[] {
  const start = Date.parse(first);
  return Array.from({ length: count }, (_, index) => {
    const text = new Date(start + index * 86_400_000).toISOString().slice(0, 10);
    const date = parseDate(text)._unsafeUnwrap();
    return dayOf(date, [said(date)]);
  });
}

const usual = (date: LocalDate): string => (weekdayOf(date) < 5 ? 'open' : 'cleared');
const on = (text: string): LocalDate => parseDate(text)._unsafeUnwrap();
const titles = (given: readonly Day[]): readonly string[] => similarWeeks(given).map(weeksTitle);

describe('titles', () => {
  test('equal weeks', () => {
    expect(titles(days('2026-10-05', 21, usual))).toEqual([
      '2026-10-05 to 2026-10-25: 3 equal weeks',
    ]);
  });

  test('a week that the horizon cuts belongs to those that it agrees with', () => {
    expect(titles(days('2026-10-08', 14, usual))).toEqual([
      '2026-10-08 to 2026-10-21: 3 equal weeks',
    ]);
  });

  test('a single date', () => {
    expect(titles(days('2026-10-08', 1, usual))).toEqual(['2026-10-08']);
  });

  test('every other week is told apart', () => {
    const odd = (date: LocalDate): boolean => Math.floor((date + 3) / 7) % 2 === 0;
    const said = (date: LocalDate): string => (odd(date) ? usual(date) : `${usual(date)} late`);
    expect(titles(days('2026-10-05', 28, said))).toEqual([
      '2 equal weeks: of 2026-10-05, 2026-10-19',
      '2 equal weeks: of 2026-10-12, 2026-10-26',
    ]);
  });

  test('a holiday is an exception', () => {
    const said = (date: LocalDate): string => (date === on('2026-10-12') ? 'holiday' : usual(date));
    const [weeks, ...others] = similarWeeks(days('2026-10-05', 21, said));
    expect(others).toEqual([]);
    expect(weeks?.exceptions.map(({ words }) => words)).toEqual([['holiday']]);
  });
});

test('the usual days of a group, with its exceptions, are exactly its days', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    let state = seed * 2_654_435_761;
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const kinds = 1 + Math.floor(random() * 4);
    const said = (date: LocalDate): string =>
      random() < 0.2 ? `busy ${Math.floor(random() * kinds)}` : usual(date);
    const given = days('2026-10-07', 1 + Math.floor(random() * 83), said);
    const told = similarWeeks(given).flatMap(({ weeks, usual: base, exceptions }) => {
      const special = new Map(exceptions.map((day) => [day.date, day.key]));
      const byWeekday = new Map(base.map((day) => [weekdayOf(day.date), day.key]));
      return weeks
        .flat()
        .map(({ date }) => ({ date, key: special.get(date) ?? byWeekday.get(weekdayOf(date)) }));
    });
    const sorted = told.sort((a, b) => a.date - b.date);
    expect(sorted).toEqual(given.map(({ date, key }) => ({ date, key })));
  }
});
