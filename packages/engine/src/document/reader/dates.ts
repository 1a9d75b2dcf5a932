import { err, type Result } from 'neverthrow';
import type { DateOrTime } from '../../recurrence/event.js';
import type { InvalidTime } from '../../time/invalidTime.js';
import { parseDate, parseWallTime } from '../../time/iso.js';
import type { LocalDate } from '../../time/units.js';
import type { Problem } from '../errors.js';
import { MAX_ITEMS } from '../limits.js';
import { DATE_OR_TIME_PATTERN, DATE_PATTERN } from '../patterns.js';
import { type ListPart, list } from '../shape/list.js';
import { textOf } from '../shape/scalars.js';
import { at, type ErrorCollector, foundText } from './errorCollector.js';
import { readList } from './list.js';
import type { Parent } from './record.js';

const DATE = 'a local date such as 2026-11-02';
const DATE_OR_TIME = 'a local date such as 2026-11-02, or a local time such as 2026-11-02T09:00';

type Key = 'exdates' | 'rdates';
const OPTIONS = { items: 'dates', most: MAX_ITEMS.dates };

/** A list of whole dates. */
export const datesAt = (key: Key): ListPart<string> =>
  list(key, textOf(DATE, { pattern: DATE_PATTERN }), OPTIONS);

/** A list of dates and local times. */
export const datesOrTimesAt = (key: Key): ListPart<string> =>
  list(key, textOf(DATE_OR_TIME, { pattern: DATE_OR_TIME_PATTERN }), OPTIONS);

/** Reads a list of whole dates. */
export function readDates(
  parent: Parent,
  part: ListPart<string>,
  errors: ErrorCollector,
): readonly LocalDate[] {
  return readAll(parent, part, DATE, errors, parseDate);
}

/** Reads a list of dates and local times. */
export function readDatesOrTimes(
  parent: Parent,
  part: ListPart<string>,
  errors: ErrorCollector,
): readonly DateOrTime[] {
  return readAll(parent, part, DATE_OR_TIME, errors, parseDateOrTime);
}

function parseDateOrTime(text: string): Result<DateOrTime, InvalidTime> {
  const date = parseDate(text);
  return date.isOk() || date.error.reason !== 'malformed'
    ? date.map((value) => ({ kind: 'date', date: value }))
    : parseWallTime(text).map((wall) => ({ kind: 'time', wall }));
}

function readAll<Item>(
  parent: Parent,
  part: ListPart<string>,
  expected: string,
  errors: ErrorCollector,
  parse: (text: string) => Result<Item, InvalidTime>,
): readonly Item[] {
  const read = (item: unknown): Result<Item, Problem> =>
    typeof item === 'string' ? parse(item) : err({ type: 'invalid-value', found: foundText(item) });
  const place = at(parent.path, part.key);
  return (readList(part, parent, errors) ?? []).flatMap((item, index) => {
    const one = read(item);
    if (one.isOk()) return [one.value];
    errors.add(at(place, index), one.error, expected);
    return [];
  });
}
