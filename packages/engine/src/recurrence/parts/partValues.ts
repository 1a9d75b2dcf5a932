import { err, ok, Result } from 'neverthrow';
import { dateFromParts } from '../../time/date.js';
import { instantFromWall, type LocalDate, wallAt } from '../../time/units.js';
import type { Until, WeekdayPart } from '../rule.js';
import type { NumberRange, RuleError } from '../ruleError.js';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const UNSIGNED = /^\d{1,6}$/;
const SIGNED = /^[+-]?\d{1,6}$/;
const WEEKDAY = /^([+-]?\d{1,2})?([A-Z]{2})$/;
const UNTIL = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d|60)(Z)?)?$/;
const FIRST_UNTIL_YEAR = 1900;
/** The weeks of a year: the largest number that a weekday can have in one. */
const MAX_WEEKS = 53;

/** Reads one whole number of a part. */
export function readNumber(
  part: string,
  value: string,
  range: NumberRange,
): Result<number, RuleError> {
  const number = Number(value);
  const size = range.sign === 'either' ? Math.abs(number) : number;
  const written = (range.sign === 'either' ? SIGNED : UNSIGNED).test(value);
  if (written && size >= range.least && size <= range.most) return ok(number);
  return err({ type: 'invalid-number', part, value, ...range });
}

/** Reads a part's list of whole numbers: sorted, each once. */
export function readNumbers(
  part: string,
  value: string,
  range: NumberRange,
): Result<readonly number[], RuleError> {
  return Result.combine(value.split(',').map((item) => readNumber(part, item, range))).map(
    (numbers) => [...new Set(numbers)].sort((a, b) => a - b),
  );
}

/** Reads `MO` as 0, … `SU` as 6. */
export function readWeekday(part: string, value: string): Result<number, RuleError> {
  const weekday = WEEKDAYS.indexOf(value);
  return weekday < 0 ? err({ type: 'invalid-weekday', part, value }) : ok(weekday);
}

/** Reads BYDAY's list: sorted, each once. */
export function readWeekdays(value: string): Result<readonly WeekdayPart[], RuleError> {
  return Result.combine(value.split(',').map(readWeekdayPart)).map((parts) =>
    [...new Map(parts.map((part) => [part.weekday * 1000 + part.ordinal, part]))]
      .sort(([a], [b]) => a - b)
      .map(([, part]) => part),
  );
}

function readWeekdayPart(value: string): Result<WeekdayPart, RuleError> {
  const [, ordinalText, name = ''] = WEEKDAY.exec(value) ?? [];
  const weekday = WEEKDAYS.indexOf(name);
  if (weekday < 0) return err({ type: 'invalid-weekday', part: 'BYDAY', value });
  if (ordinalText === undefined) return ok({ weekday, ordinal: 0 });
  const ordinal = Number(ordinalText);
  const valid = ordinal !== 0 && Math.abs(ordinal) <= MAX_WEEKS;
  return valid
    ? ok({ weekday, ordinal })
    : err({ type: 'invalid-ordinal', value, most: MAX_WEEKS });
}

/** Reads UNTIL, down to the minute: occurrences start on whole minutes, so that its seconds change nothing. */
export function readUntil(value: string): Result<Until, RuleError> {
  const [, year, month, day, hour, minute, utc] = UNTIL.exec(value) ?? [];
  const date = realDate(Number(year), Number(month), Number(day));
  if (date === undefined) return err({ type: 'invalid-until', value });
  if (hour === undefined) return ok({ kind: 'date', date });
  const wall = wallAt(date, Number(hour) * 60 + Number(minute));
  if (utc === undefined) return ok({ kind: 'local', wall });
  return ok({ kind: 'utc', instant: instantFromWall(wall, 0) });
}

function realDate(year: number, month: number, day: number): LocalDate | undefined {
  return year >= FIRST_UNTIL_YEAR ? dateFromParts(year, month, day) : undefined;
}
