import type { Result } from 'neverthrow';
import { parseRule } from '../../recurrence/parseRule.js';
import type { RecurrenceRule } from '../../recurrence/rule.js';
import { canMatch } from '../../recurrence/ruleDates.js';
import type { RuleError } from '../../recurrence/ruleError.js';
import type { LocalDate } from '../../time/units.js';
import { type UnknownZone, type ZoneId, zoneId } from '../../time/zoneId.js';
import { type ErrorCollector, errorCollector } from './errorCollector.js';

/** What the reading of one document carries along: its errors, and what it need not find out twice. */
export interface Reading {
  readonly errors: ErrorCollector;
  readonly zone: (name: string) => Result<ZoneId, UnknownZone>;
  readonly rule: (text: string) => Result<RecurrenceRule, RuleError>;
  /** True if the rule, which `text` gave, has a date from `start` on, its UNTIL and COUNT left aside. */
  readonly matches: (text: string, rule: RecurrenceRule, start: LocalDate) => boolean;
}

/** The start of a reading. */
export function newReading(): Reading {
  const matching = remembered((_key: string, rule: RecurrenceRule, start: LocalDate) =>
    canMatch(rule, start),
  );
  return {
    errors: errorCollector(),
    zone: remembered(zoneId),
    rule: remembered(parseRule),
    matches: (text, rule, start) => matching(`${start} ${text}`, rule, start),
  };
}

function remembered<Rest extends readonly unknown[], Answer>(
  find: (key: string, ...rest: Rest) => Answer,
): (key: string, ...rest: Rest) => Answer {
  const known = new Map<string, Answer>();
  return (key, ...rest) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = find(key, ...rest);
    known.set(key, answer);
    return answer;
  };
}
