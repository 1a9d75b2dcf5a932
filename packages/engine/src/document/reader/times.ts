import { type Moment, momentOf, parseDate, parseMoment, parseWallTime } from '../../time/iso.js';
import type { LocalDate } from '../../time/units.js';
import { placeMoment, type Zone } from '../../time/zone.js';
import { at, type ErrorCollector, type Path } from './errorCollector.js';

/** The date that a text names, or an error at that key of an item; nothing if there is no text. */
export function readDate(
  text: string | undefined,
  item: Path,
  key: string,
  errors: ErrorCollector,
): LocalDate | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (date.isOk()) return date.value;
  errors.add(at(item, key), date.error, date.error.expected);
  return undefined;
}

/** The moment that a text names, or an error at that key of an item; nothing if there is no text. */
export function readMoment(
  text: string | undefined,
  item: Path,
  key: string,
  errors: ErrorCollector,
): Moment | undefined {
  if (text === undefined) return undefined;
  const moment = momentOf(text);
  if (typeof moment === 'object') return moment;
  const parsed = parseMoment(text);
  if (parsed.isErr()) errors.add(at(item, key), parsed.error, parsed.error.expected);
  return undefined;
}

/** The same where a rule recurs: local times only. */
export function readLocalMoment(
  text: string | undefined,
  item: Path,
  key: string,
  errors: ErrorCollector,
): Moment | undefined {
  if (text === undefined) return undefined;
  const wall = parseWallTime(text);
  if (wall.isOk()) return { kind: 'local', wall: wall.value };
  errors.add(at(item, key), wall.error, wall.error.expected);
  return undefined;
}

/** Reports an end that is not after the start, at the item's `end`; gives the minutes between if it is. */
export function readLength(
  start: Moment | undefined,
  end: Moment | undefined,
  zone: Zone | undefined,
  item: Path,
  errors: ErrorCollector,
): number | undefined {
  if (start === undefined || end === undefined) return undefined;
  const length = lengthOf(start, end, zone);
  if (length === undefined || length > 0) return length;
  errors.add(at(item, 'end'), { type: 'end-not-after-start' }, 'an end after the start');
  return undefined;
}

/**
 * Minutes from start to end: on the clock for two local times, in truth for two exact ones; of a mixed
 * pair the local one is placed in the zone. Undefined if that takes a zone and there is none.
 */
function lengthOf(start: Moment, end: Moment, zone: Zone | undefined): number | undefined {
  if (start.kind === 'local' && end.kind === 'local') return end.wall - start.wall;
  if (start.kind === 'exact' && end.kind === 'exact') return end.instant - start.instant;
  if (zone === undefined) return undefined;
  return placeMoment(end, zone).instant - placeMoment(start, zone).instant;
}
