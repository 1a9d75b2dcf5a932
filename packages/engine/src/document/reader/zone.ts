import type { ZoneId } from '../../time/zoneId.js';
import { ZONE_PATTERN } from '../patterns.js';
import { textOf } from '../shape/scalars.js';
import { at, type Path } from './errorCollector.js';
import type { Reading } from './reading.js';
import { closest } from './suggestion.js';

const EXPECTED = 'an IANA time zone such as Europe/Madrid';

/** A `timezone`. */
export const zoneText = textOf(EXPECTED, { pattern: ZONE_PATTERN });

/** The zone at the `timezone` of an object, or an error there; nothing if it has none. */
export function readZone(
  name: string | undefined,
  parent: Path,
  reading: Reading,
): ZoneId | undefined {
  if (name === undefined) return undefined;
  const zone = reading.zone(name);
  if (zone.isOk()) return zone.value;
  const { suggestion } = zone.error;
  reading.errors.add(
    at(parent, 'timezone'),
    () => ({
      type: 'unknown-zone',
      input: name,
      suggestion: suggestion ?? closest(name, Intl.supportedValuesOf('timeZone')),
    }),
    EXPECTED,
  );
  return undefined;
}
