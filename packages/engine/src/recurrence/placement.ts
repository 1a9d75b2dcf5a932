import { type Instant, type LocalDate, MINUTES_PER_DAY, plus, wallAt } from '../time/units.js';
import type { Zone } from '../time/zone.js';
import type { DateRange } from './dates/periods.js';

/** Where the dates of a range lie in a zone. */
export interface PlacedRange {
  readonly from: LocalDate;
  readonly through: LocalDate;
  /** The first instant of the range, and the first one after it. */
  readonly start: Instant;
  readonly end: Instant;
  /** Per date the offset that holds on it and on the dates beside it; NaN if there is a change. */
  readonly steadyOffsets: readonly number[];
}

/** The range placed last in each zone: calendars ask for the same one many times. Not observable. */
const latest = new WeakMap<Zone, PlacedRange>();

export function placeRange(zone: Zone, { from, through }: DateRange): PlacedRange {
  const known = latest.get(zone);
  if (known?.from === from && known.through === through) return known;
  const placed = {
    from,
    through,
    start: zone.startOf(from),
    end: zone.startOf(plus(through, 1)),
    steadyOffsets: Array.from({ length: Math.max(0, through - from + 1) }, (_, index) =>
      steadyOffset(zone, plus(from, index)),
    ),
  };
  latest.set(zone, placed);
  return placed;
}

/** No zone changes its offset twice within six days, so that equal offsets hold between, too. */
function steadyOffset(zone: Zone, date: LocalDate): number {
  const before = zone.offsetAt(zone.place(wallAt(date, -MINUTES_PER_DAY)).instant);
  const after = zone.offsetAt(zone.place(wallAt(date, 2 * MINUTES_PER_DAY)).instant);
  return before === after ? before : Number.NaN;
}
