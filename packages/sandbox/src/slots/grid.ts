import type { EpochMs } from '../time/zone.js';
import { MINUTE } from '../time/zone.js';
import type { OfferedService, Range, WorkPeriod } from './workPeriod.js';
import { overlaps } from './workPeriod.js';

/** One bookable start and the services that fit there. */
export interface Slot {
  /** On the grid of its period. */
  readonly start: EpochMs;
  /** At least one. */
  readonly services: readonly OfferedService[];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Minutes between two starts: the greatest common divisor of the period's durations. */
function cellMinutes(period: WorkPeriod): number {
  return period.services.map((service) => service.duration).reduce(greatestCommonDivisor, 0);
}

/** Every start of the period's grid inside it, bookable or not. */
function gridStarts(period: WorkPeriod): readonly EpochMs[] {
  const cell = cellMinutes(period) * MINUTE;
  if (cell === 0) return [];
  const first = period.anchor + Math.ceil((period.start - period.anchor) / cell) * cell;
  const count = Math.max(0, Math.ceil((period.end - first) / cell));
  return Array.from({ length: count }, (_, index) => first + index * cell);
}

/** Whether a visit of so many minutes fits at a start: inside the period, clear of everything busy. */
export function fits(
  period: WorkPeriod,
  busy: readonly Range[],
  start: EpochMs,
  minutes: number,
): boolean {
  const visit = { start, end: start + minutes * MINUTE };
  return (
    period.start <= start &&
    visit.end <= period.end &&
    !busy.some((range) => overlaps(range, visit))
  );
}

/**
 * The slots of one work period (Docplanner API, section 9.2, "What becomes bookable"): at each start of the
 * grid the services whose whole duration fits before the end and meets nothing busy; starts with none are left out.
 */
export function slotsOfPeriod(period: WorkPeriod, busy: readonly Range[]): readonly Slot[] {
  const near = busy.filter((range) => overlaps(range, period));
  return gridStarts(period)
    .map((start) => ({
      start,
      services: period.services.filter((service) => fits(period, near, start, service.duration)),
    }))
    .filter((slot) => slot.services.length > 0);
}
