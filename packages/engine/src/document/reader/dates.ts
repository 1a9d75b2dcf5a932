import { err, ok, type Result } from 'neverthrow';
import type { DateOrTime } from '../../recurrence/event.js';
import { parseDate, parseWallTime } from '../../time/iso.js';
import type { LocalDate } from '../../time/units.js';
import type { Problem } from '../errors.js';
import { MAX_ITEMS } from '../limits.js';
import { at, type Path } from '../path.js';
import type { ErrorCollector } from './errorCollector.js';
import { foundText } from './found.js';
import { type ListSpec, readList } from './list.js';
import type { Reading } from './reading.js';
import type { Parent } from './record.js';
import { textOf } from './text.js';

const EXPECTED = 'a local date such as 2026-11-02, or a local time such as 2026-11-02T09:00';

export const dateOrTimeSchema = textOf(EXPECTED);

const LIST: ListSpec = { items: 'dates', least: 0, most: MAX_ITEMS.dates, absent: 'is-empty' };

function dateOrTime(item: unknown): Result<DateOrTime, Problem> {
  if (typeof item !== 'string') return err({ type: 'invalid-value', found: foundText(item) });
  const date = parseDate(item);
  if (date.isOk()) return ok({ kind: 'date', date: date.value });
  const wall = parseWallTime(item);
  return wall.isOk()
    ? ok({ kind: 'time', wall: wall.value })
    : err({ type: 'invalid-time', input: item });
}

/** Reads the `exdates` or the `rdates` of a schedule or a break. */
export function readDates(
  raw: unknown,
  parent: Parent,
  key: 'exdates' | 'rdates',
  { errors }: Reading,
): readonly DateOrTime[] | undefined {
  const list = at(parent.path, key);
  return readList(LIST, raw, parent, key, errors)?.flatMap((item, index) => {
    const read = dateOrTime(item);
    if (read.isOk()) return [read.value];
    errors.add(at(list, index), read.error, EXPECTED);
    return [];
  });
}

/** The date that a text names, or an error at `path`; nothing if there is no text. */
export function readDate(
  text: string | undefined,
  path: Path,
  errors: ErrorCollector,
): LocalDate | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (date.isOk()) return date.value;
  errors.add(path, { type: 'invalid-time', input: text }, date.error.expected);
  return undefined;
}
