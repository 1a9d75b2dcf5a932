import type { EpochMs } from '../time/zone.js';

/** A half-open stretch of time, [start, end). */
export interface Range {
  /** The first instant in it. */
  readonly start: EpochMs;
  /** The first instant after it. */
  readonly end: EpochMs;
}

/** A service that can be booked inside a work period, with the minutes that a visit takes there. */
export interface OfferedService {
  /** Of a service of the same address. */
  readonly addressServiceId: string;
  /** Minutes. */
  readonly duration: number;
}

/** Whether patients with insurance, without it, or both may book in a work period. */
export type InsuranceAccepted =
  | 'with-and-without-insurance'
  | 'without-insurance-only'
  | 'with-insurance-only';

/** One stored work period of one local date. */
export interface WorkPeriod extends Range {
  /** Where the grid begins: the start that was sent, even after the beginning has been cut off. */
  readonly anchor: EpochMs;
  /** At least one. */
  readonly services: readonly OfferedService[];
  /** As it was sent, or the default `with-and-without-insurance`. */
  readonly insuranceAccepted: InsuranceAccepted;
  /** Ids, as strings. */
  readonly insuranceProviders: readonly string[];
}

/** Whether two ranges have an instant in common. */
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
