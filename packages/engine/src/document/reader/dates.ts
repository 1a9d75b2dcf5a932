import { err, type Result } from 'neverthrow';
import * as z from 'zod';
import type { DateOrTime } from '../../recurrence/event.js';
import type { InvalidTime } from '../../time/invalidTime.js';
import { parseDate, parseWallTime } from '../../time/iso.js';
import type { LocalDate } from '../../time/units.js';
import type { Problem } from '../errors.js';
import { MAX_ITEMS } from '../limits.js';
import { DATE_OR_TIME_PATTERN, DATE_PATTERN } from '../patterns.js';
import { at, type ErrorCollector, foundText } from './errorCollector.js';
import { type List, readList } from './list.js';
import type { Parent } from './record.js';
import { textOf } from './text.js';

type Key = 'exdates' | 'rdates';

const DATE = 'a local date such as 2026-11-02';
const DATE_OR_TIME = 'a local date such as 2026-11-02, or a local time such as 2026-11-02T09:00';

/** Lists of dates, and of dates or times. */
export const datesSchema = z.array(textOf(DATE, DATE_PATTERN)).max(MAX_ITEMS.dates).optional();
export const datesOrTimesSchema = z
  .array(textOf(DATE_OR_TIME, DATE_OR_TIME_PATTERN))
  .max(MAX_ITEMS.dates)
  .optional();

function listAt(key: Key): List {
  return { key, items: 'dates', least: 0, most: MAX_ITEMS.dates, absent: 'is-empty' };
}

/** Reads the `exdates` or the `rdates` of a schedule or a break. */
export function readDatesOrTimes(
  parent: Parent,
  key: Key,
  errors: ErrorCollector,
): readonly DateOrTime[] {
  return readAll(parent, key, DATE_OR_TIME, errors, parseDateOrTime);
}

function parseDateOrTime(text: string): Result<DateOrTime, InvalidTime> {
  const date = parseDate(text);
  return date.isOk() || date.error.reason !== 'malformed'
    ? date.map((value) => ({ kind: 'date', date: value }))
    : parseWallTime(text).map((wall) => ({ kind: 'time', wall }));
}

/** Reads those of a closure: whole dates only. */
export function readDates(parent: Parent, key: Key, errors: ErrorCollector): readonly LocalDate[] {
  return readAll(parent, key, DATE, errors, parseDate);
}

function readAll<Item>(
  parent: Parent,
  key: Key,
  expected: string,
  errors: ErrorCollector,
  parse: (text: string) => Result<Item, InvalidTime>,
): readonly Item[] {
  const read = (item: unknown): Result<Item, Problem> =>
    typeof item === 'string' ? parse(item) : err({ type: 'invalid-value', found: foundText(item) });
  const list = at(parent.path, key);
  return (readList(listAt(key), parent, errors) ?? []).flatMap((item, index) => {
    const one = read(item);
    if (one.isOk()) return [one.value];
    errors.add(at(list, index), one.error, expected);
    return [];
  });
}
