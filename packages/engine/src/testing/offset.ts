import * as fc from 'fast-check';
import { instantFormatter } from '../time/formatter.js';
import { parseDate } from '../time/iso.js';
import { type Instant, plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { zoneId } from '../time/zoneId.js';

const ELSEWHERE = ['Z', '+02:00', '+01:00', '-05:00', '+05:45', '-03:30', '+14:00'];

/** The offsets with which a zone's date starts and ends; they differ on the day of a change. */
function ownOffsets(timezone: string, date: string): readonly string[] {
  return parseDate(date)
    .andThen((day) =>
      zoneId(timezone).map((id) => {
        const zone = zoneOf(id);
        const format = instantFormatter(zone);
        const offsetText = (instant: Instant): string => format(instant).slice(-6);
        const next = zone.startOf(plus(day, 1));
        return [offsetText(zone.startOf(day)), offsetText(plus(next, -1))];
      }),
    )
    .unwrapOr(ELSEWHERE);
}

/** The offset with which a time is written: one of the zone's on that date, or any other. */
export function offsetText(timezone: string, date: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ownOffsets(timezone, date)) },
    { weight: 1, arbitrary: fc.constantFrom(...ELSEWHERE) },
  );
}
