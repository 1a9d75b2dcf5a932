import type { RecurrenceRule } from '../../recurrence/rule.js';
import type { LocalDate } from '../../time/units.js';
import { MAX_RULE_LENGTH } from '../limits.js';
import { RULE_PATTERN } from '../patterns.js';
import { textOf } from '../shape/scalars.js';
import { at, foundText } from './errorCollector.js';
import type { Reading } from './reading.js';
import type { Parent } from './record.js';

const RULE = 'a recurrence rule such as FREQ=WEEKLY;BYDAY=MO';

/** An `rrule`; how long it may be is told when it is read. */
export const ruleText = textOf(RULE, { maxLength: MAX_RULE_LENGTH, pattern: RULE_PATTERN });

/** Reads the `rrule` of an object; `start` is its first date, if that is known. */
export function readRule(
  text: string | undefined,
  start: LocalDate | undefined,
  parent: Parent,
  { errors, rule, matches }: Reading,
): RecurrenceRule | undefined {
  if (text === undefined) return undefined;
  const path = at(parent.path, 'rrule');
  if (text.length > MAX_RULE_LENGTH) {
    const expected = `${RULE}, of at most ${MAX_RULE_LENGTH} characters`;
    errors.add(path, { type: 'invalid-value', found: foundText(text) }, expected);
    return undefined;
  }
  const parsed = rule(text);
  if (parsed.isErr()) {
    errors.add(path, { type: 'invalid-rule', reason: parsed.error }, RULE);
    return undefined;
  }
  if (start !== undefined && !matches(text, parsed.value, start)) {
    const expected = 'a rule that has a date from the start on';
    errors.add(path, { type: 'rule-never-matches' }, expected);
  }
  return parsed.value;
}
