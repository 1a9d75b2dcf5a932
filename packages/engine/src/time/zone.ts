import { eraTable } from './eras.js';
import type { Moment } from './iso.js';
import { offsetsOf } from './offsets.js';
import {
  type Instant,
  instantFromWall,
  type LocalDate,
  plus,
  type WallTime,
  wallAt,
  wallFromInstant,
} from './units.js';
import type { ZoneId } from './zoneId.js';

/** Where a wall time falls: once, never (spring gap) or twice (autumn fold). */
export interface Placed {
  /** When it is. */
  readonly instant: Instant;
  /** Whether the wall time occurs once; `gap` if it never does, `fold` if it does twice. */
  readonly kind: 'once' | 'gap' | 'fold';
}

/** A time zone as integers: wall time <-> instant without a clock, a locale or a library object. */
export interface Zone {
  /** Its name in the time zone database. */
  readonly id: ZoneId;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (instant: Instant) => number;
  /** What a clock there shows at an instant. */
  readonly toWall: (instant: Instant) => WallTime;
  /**
   * RFC 5545 section 3.3.5: a wall time in a gap is read with the offset from before the gap, one
   * that occurs twice is its first occurrence.
   */
  readonly place: (wall: WallTime) => Placed;
  /** The first instant that exists on a date; a date that the zone skips starts where the next one does. */
  readonly startOf: (date: LocalDate) => Instant;
  /** The first instant after a gap, of an instant that `place` gave for a wall time in that gap. */
  readonly gapEnd: (moved: Instant) => Instant;
}

function zoneTable(id: ZoneId): Zone {
  const erasNear = eraTable(offsetsOf(id));

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
    place: locate,
    startOf: (date) => locate(wallAt(date, 0)).gapEnd,
    gapEnd: (moved) => {
      const from = erasNear(moved).find(({ to }) => moved < to)?.from ?? moved;
      return plus(moved, from - moved);
    },
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

/** Where a moment falls in a zone; an exact one is what it is. */
export function placeMoment(moment: Moment, zone: Zone): Placed {
  return moment.kind === 'local'
    ? zone.place(moment.wall)
    : { instant: moment.instant, kind: 'once' };
}
