import { IANAZone } from 'luxon';
import { err, ok, type Result } from 'neverthrow';
import {
  type Instant,
  instantFromWall,
  type LocalDate,
  plus,
  type WallTime,
  wallAt,
  wallFromInstant,
} from './units.js';

declare const zoneBrand: unique symbol;

/** The name of an IANA time zone, spelled as the time zone database spells it. */
export type ZoneId = string & { readonly [zoneBrand]: true };

export interface UnknownZone {
  readonly type: 'unknown-zone';
  readonly input: string;
  readonly suggestion: string | undefined;
}

/** Where a wall time falls: once, never (spring gap) or twice (autumn fold). */
export interface Placed {
  readonly instant: Instant;
  readonly kind: 'once' | 'gap' | 'fold';
}

/** A time zone as integers: wall time <-> instant without a clock, a locale or a library object. */
export interface Zone {
  readonly id: ZoneId;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (instant: Instant) => number;
  readonly toWall: (instant: Instant) => WallTime;
  /**
   * RFC 5545 section 3.3.5: a wall time in a gap is read with the offset from before the gap, one
   * that occurs twice is its first occurrence.
   */
  readonly place: (wall: WallTime) => Placed;
  /** The first instant that exists on a date; a date that the zone skips starts where the next one does. */
  readonly startOf: (date: LocalDate) => Instant;
}

/** A stretch of time with one offset: `from` through `to`, exclusive. */
interface Era {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** No zone changes its offset twice within six days, so probes this far apart see every change. */
const PROBE = 6 * 1440;
/** Eras are found a block at a time: about a year. */
const BLOCK = 61 * PROBE;
/** A block also covers the instants that its first and last wall times may stand for. */
const MARGIN = 2 * 1440;

/** Offsets with seconds (Liberia until 1972) are rounded: the engine knows whole minutes only. */
function probe(zone: IANAZone, instant: number): number {
  return Math.round(zone.offset(instant * 60_000));
}

/** The first minute after `low` at which the offset is no longer that of `low`; it differs at `high`. */
function firstChange(zone: IANAZone, low: number, high: number): number {
  const before = probe(zone, low);
  let same = low;
  let other = high;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (probe(zone, middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

function erasOfBlock(zone: IANAZone, block: number): readonly Era[] {
  const first = block * BLOCK - MARGIN;
  const last = (block + 1) * BLOCK + MARGIN;
  const eras: Era[] = [];
  let from = first;
  let offset = probe(zone, first);
  for (let seen = first; seen < last; ) {
    const next = Math.min(seen + PROBE, last);
    const offsetThere = probe(zone, next);
    if (offsetThere === offset) {
      seen = next;
      continue;
    }
    const change = firstChange(zone, seen, next);
    eras.push({ from, to: change, offset });
    from = change;
    seen = change;
    offset = probe(zone, change);
  }
  eras.push({ from, to: last, offset });
  return eras;
}

function zoneTable(id: ZoneId): Zone {
  const source = IANAZone.create(id);
  const blocks = new Map<number, readonly Era[]>();

  const erasNear = (minute: number): readonly Era[] => {
    const block = Math.floor(minute / BLOCK);
    const known = blocks.get(block);
    if (known !== undefined) return known;
    const eras = erasOfBlock(source, block);
    blocks.set(block, eras);
    return eras;
  };

  const offsetAt = (instant: Instant): number => {
    let offset = 0;
    for (const era of erasNear(instant)) {
      offset = era.offset;
      if (instant < era.to) break;
    }
    return offset;
  };

  /** Also says where the gap ends, if the wall time lies in one. */
  const locate = (wall: WallTime): Placed & { readonly gapEnd: Instant } => {
    let found: Instant | undefined;
    let before = instantFromWall(wall, 0);
    let gapEnd = before;
    for (const era of erasNear(wall)) {
      const instant = instantFromWall(wall, era.offset);
      if (instant < era.from) break;
      if (instant < era.to) {
        if (found !== undefined) return { instant: found, kind: 'fold', gapEnd: found };
        found = instant;
      } else if (found === undefined) {
        before = instant;
        gapEnd = plus(instant, era.to - instant);
      }
    }
    if (found !== undefined) return { instant: found, kind: 'once', gapEnd: found };
    return { instant: before, kind: 'gap', gapEnd };
  };

  return {
    id,
    offsetAt,
    toWall: (instant) => wallFromInstant(instant, offsetAt(instant)),
    place: (wall) => {
      const { instant, kind } = locate(wall);
      return { instant, kind };
    },
    startOf: (date) => locate(wallAt(date, 0)).gapEnd,
  };
}

/** At most one table a zone of the time zone database, filled in as years are asked for; not observable. */
const tables = new Map<ZoneId, Zone>();

/**
 * A time zone as a table, without a clock: offsets in minutes, local times to instants and back.
 *
 * Law: `place(toWall(instant))` is that instant, except in the second of two equal hours.
 *
 * @example
 * zoneOf(calendar.timezone).offsetAt(now) // => 120
 * zoneOf(calendar.timezone).toWall(0) // => 60
 */
export function zoneOf(id: ZoneId): Zone {
  const known = tables.get(id);
  if (known !== undefined) return known;
  const table = zoneTable(id);
  tables.set(id, table);
  return table;
}

/** Area/Location, each word capitalised; the runtime itself would take any case. */
const IANA_NAME = /^(?:UTC|[A-Z][A-Za-z]+(?:\/(?:[A-Z][a-z]|GMT)[A-Za-z0-9_+-]*)+)$/;

let canonicalNames: ReadonlyMap<string, string> | undefined;

function namesByLowerCase(): ReadonlyMap<string, string> {
  canonicalNames ??= new Map(
    Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]),
  );
  return canonicalNames;
}

/**
 * Reads an IANA zone name; `local`, `UTC+2`, `EST` and wrong case are refused, the latter with a
 * suggestion.
 *
 * @example
 * zoneId('Europe/Madrid').isOk() // => true
 * zoneId('europe/madrid').mapErr(({ suggestion }) => suggestion) // => err('Europe/Madrid')
 */
export function zoneId(input: string): Result<ZoneId, UnknownZone> {
  const known = namesByLowerCase().get(input.toLowerCase());
  const misspelled = known !== undefined && known !== input;
  if (misspelled || !IANA_NAME.test(input) || !IANAZone.isValidZone(input)) {
    return err({ type: 'unknown-zone', input, suggestion: misspelled ? known : undefined });
  }
  return ok(input as ZoneId);
}
