import { describe, expect, test } from 'vitest';
import { parseDate } from '../time/iso.js';
import { plus } from '../time/units.js';
import dates from './fixtures/dates.json' with { type: 'json' };
import settled from './fixtures/settled.json' with { type: 'json' };
import { parseRule } from './parseRule.js';
import { canMatch, ruleDates } from './ruleDates.js';

/** Made by fixtures/write_dates.py, which says what the fields are, and by fixtures/write_settled.py. */
const entriesOf = (fixture: readonly string[]) =>
  fixture.map((entry) => {
    const [rule = '', start = '', last, ...steps] = entry.split(' ');
    return { rule, start, last: Number(last), steps: steps.map(Number) };
  });

describe.each([
  ['400 random rules, by python-dateutil', dates, 400],
  ['120 rules on which implementations differ, by dateutil twice or by ISO 8601', settled, 120],
])('%s', (_, fixture, count) => {
  const entries = entriesOf(fixture);

  test('a rule gives the same dates', () => {
    expect(entries).toHaveLength(count);
    const answers = entries.map((entry) => {
      const from = parseDate(entry.start)._unsafeUnwrap();
      const rule = parseRule(entry.rule)._unsafeUnwrap();
      const found = ruleDates(rule, from, { from, through: plus(from, entry.last) });
      return { ...entry, steps: found.map((date, index) => date - (found[index - 1] ?? from)) };
    });
    expect(answers).toEqual(entries);
  });

  test('a rule that has dates can match', () => {
    for (const { rule, start, steps } of entries) {
      const possible = canMatch(parseRule(rule)._unsafeUnwrap(), parseDate(start)._unsafeUnwrap());
      if (steps.length > 0) expect(possible, rule).toBe(true);
    }
  });
});
