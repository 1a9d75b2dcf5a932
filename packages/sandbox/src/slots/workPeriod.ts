import type { EpochMs } from '../time/zone.js';

/** A half-open stretch of time, [start, end). */
export interface Range {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** A service that can be booked inside a work period, with the minutes that a visit takes there. */
export interface OfferedService {
  readonly addressServiceId: string;
  readonly duration: number;
}

/** One stored work period of one local date. */
export interface WorkPeriod extends Range {
  /** Where the grid begins: the start that was sent, even after the beginning has been cut off. */
  readonly anchor: EpochMs;
  readonly services: readonly OfferedService[];
  readonly insuranceAccepted: string;
  readonly insuranceProviders: readonly string[];
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Takes a range out of stored periods. What sticks out on either side survives, and keeps the grid of the
 * period that it was cut from: a period 09:00-12:00 in half hours cut at 10:10-10:40 goes on at 11:00.
 */
export function cutPeriods(periods: readonly WorkPeriod[], range: Range): readonly WorkPeriod[] {
  return periods.flatMap((period) => {
    if (!overlaps(period, range)) return [period];
    const before = { ...period, end: Math.min(period.end, range.start) };
    const after = { ...period, start: Math.max(period.start, range.end) };
    return [before, after].filter((part) => part.start < part.end);
  });
}

/** Writes a period over what is stored in its range, in order of start. */
export function writePeriod(
  periods: readonly WorkPeriod[],
  period: WorkPeriod,
): readonly WorkPeriod[] {
  return [...cutPeriods(periods, period), period].toSorted((a, b) => a.start - b.start);
}
