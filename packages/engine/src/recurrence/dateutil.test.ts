import { expect, test } from 'vitest';
import { parseDate } from '../time/iso.js';
import { plus } from '../time/units.js';
import fixture from './fixtures/dates.json' with { type: 'json' };
import { parseRule } from './parseRule.js';
import { canMatch, ruleDates } from './ruleDates.js';

/** Made by fixtures/write_dates.py, which says what the fields are. */
const entries = fixture.map((entry) => {
  const [rule = '', start = '', last, ...steps] = entry.split(' ');
  return { rule, start, last: Number(last), steps: steps.map(Number) };
});

test('400 random rules give the dates that python-dateutil gives', () => {
  const answers = entries.map((entry) => {
    const from = parseDate(entry.start)._unsafeUnwrap();
    const rule = parseRule(entry.rule)._unsafeUnwrap();
    const dates = ruleDates(rule, from, { from, through: plus(from, entry.last) });
    return { ...entry, steps: dates.map((date, index) => date - (dates[index - 1] ?? from)) };
  });
  expect(answers).toEqual(entries);
});

test('a rule that has dates can match', () => {
  for (const { rule, start, steps } of entries) {
    const possible = canMatch(parseRule(rule)._unsafeUnwrap(), parseDate(start)._unsafeUnwrap());
    if (steps.length > 0) expect(possible, rule).toBe(true);
  }
});
