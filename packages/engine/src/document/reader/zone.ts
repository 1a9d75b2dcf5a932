import type { ZoneId } from '../../time/zoneId.js';
import { ZONE_PATTERN } from '../patterns.js';
import { at, type Path } from './errorCollector.js';
import type { Reading } from './reading.js';
import { closest } from './suggestion.js';
import { textOf } from './text.js';

const EXPECTED = 'an IANA time zone such as Europe/Madrid';

/** The schema of a `timezone`. */
export const zoneText = textOf(EXPECTED, ZONE_PATTERN);

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
