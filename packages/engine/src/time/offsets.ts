import { IANAZone } from 'luxon';
import type { ZoneId } from './zoneId.js';

/** True if the runtime's time zone database has a zone of this name, in whatever case. */
export function isKnownZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/**
 * A zone's offset in minutes east of UTC, by minutes since the epoch. Offsets with seconds (Liberia
 * until 1972) are rounded: the engine knows whole minutes only.
 */
export function offsetsOf(id: ZoneId): (minute: number) => number {
  const zone = IANAZone.create(id);
  return (minute) => Math.round(zone.offset(minute * 60_000));
}
