import { err, ok, Result } from 'neverthrow';
import {
  readNumber,
  readNumbers,
  readUntil,
  readWeekday,
  readWeekdays,
} from './parts/partValues.js';
import { checkRule } from './parts/ruleChecks.js';
import type { Frequency, RecurrenceRule } from './rule.js';
import type { NumberRange, RuleError } from './ruleError.js';

const FREQUENCIES: readonly Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const TIME_OF_DAY = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];

/**
 * Larger than these, INTERVAL or COUNT could not be told from "once" and "for ever": documents know
 * the 84,006 days from 1970 through 2199.
 */
const MAX_INTERVAL = 10_000;
const MAX_COUNT = 100_000;

const upTo = (most: number): NumberRange => ({ least: 1, most, sign: 'positive' });
const eitherWay = (most: number): NumberRange => ({ least: 1, most, sign: 'either' });

const NUMBERS = {
  INTERVAL: upTo(MAX_INTERVAL),
  COUNT: upTo(MAX_COUNT),
  BYMONTH: upTo(12),
  BYMONTHDAY: eitherWay(31),
  BYYEARDAY: eitherWay(366),
  BYWEEKNO: eitherWay(53),
  BYSETPOS: eitherWay(366),
};

const NAMES: ReadonlySet<string> = new Set([
  'FREQ',
  'UNTIL',
  'WKST',
  'BYDAY',
  ...Object.keys(NUMBERS),
]);

type Parts = ReadonlyMap<string, string>;

/**
 * Reads the value of an RRULE (RFC 5545 section 3.3.10), in any case, such as `FREQ=WEEKLY;BYDAY=MO`.
 * Stricter than calendars are: every part once, known, allowed for the FREQ and in its range.
 *
 * @example
 * parseRule('FREQ=MONTHLY;BYDAY=-1FR').isOk() // => true
 * parseRule('FREQ=MONTHLY;BYMONTHDAY=32').isOk() // => false
 */
export function parseRule(text: string): Result<RecurrenceRule, RuleError> {
  const value = text.toUpperCase();
  if (value === '') return err({ type: 'empty-rule' });
  if (value.startsWith('RRULE')) return err({ type: 'property-name' });
  return splitParts(value).andThen(readParts).andThen(checkRule);
}

function splitParts(value: string): Result<Parts, RuleError> {
  const parts = new Map<string, string>();
  for (const text of value.split(';')) {
    const [, part = '', partValue = ''] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
    if (part === '') return err({ type: 'malformed-part', part: text });
    if (TIME_OF_DAY.includes(part)) return err({ type: 'time-of-day-part', part });
    if (!NAMES.has(part)) return err({ type: 'unknown-part', part });
    if (parts.has(part)) return err({ type: 'repeated-part', part });
    parts.set(part, partValue);
  }
  return ok(parts);
}

function readParts(parts: Parts): Result<RecurrenceRule, RuleError> {
  const number = (part: 'INTERVAL' | 'COUNT') =>
    optional(parts, part, undefined, (value) => readNumber(part, value, NUMBERS[part]));
  const numbers = (part: keyof typeof NUMBERS) =>
    optional(parts, part, [], (value) => readNumbers(part, value, NUMBERS[part]));
  return Result.combine([
    readFrequency(parts.get('FREQ')),
    number('INTERVAL'),
    number('COUNT'),
    optional(parts, 'UNTIL', undefined, readUntil),
    optional(parts, 'WKST', 0, (value) => readWeekday('WKST', value)),
    numbers('BYMONTH'),
    numbers('BYMONTHDAY'),
    optional(parts, 'BYDAY', [], readWeekdays),
    numbers('BYYEARDAY'),
    numbers('BYWEEKNO'),
    numbers('BYSETPOS'),
  ]).map(
    ([
      freq,
      interval,
      count,
      until,
      wkst,
      byMonth,
      byMonthDay,
      byDay,
      byYearDay,
      byWeekNo,
      bySetPos,
    ]) => ({
      freq,
      interval: interval ?? 1,
      count,
      until,
      wkst,
      byMonth,
      byMonthDay,
      byDay,
      byYearDay,
      byWeekNo,
      bySetPos,
    }),
  );
}

function optional<T, Absent>(
  parts: Parts,
  part: string,
  absent: Absent,
  read: (value: string) => Result<T, RuleError>,
): Result<T | Absent, RuleError> {
  const value = parts.get(part);
  return value === undefined ? ok(absent) : read(value);
}

function readFrequency(value: string | undefined): Result<Frequency, RuleError> {
  if (value === undefined) return err({ type: 'missing-frequency' });
  const freq = FREQUENCIES.find((known) => known === value);
  return freq === undefined ? err({ type: 'unsupported-frequency', value }) : ok(freq);
}
