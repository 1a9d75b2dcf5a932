import type { Calendar, Insurance } from '../../src/document/clinic.js';
import type { OpenMinute } from './openMinutes.js';
import { type Range, runs, runsWhere } from './range.js';

export interface BookableService {
  readonly id: string;
  /** As published, buffer included. */
  readonly duration: number;
}

/** A stretch of one local date with one configuration. */
export interface Period extends Range {
  readonly services: readonly BookableService[];
  readonly insurance: Insurance | undefined;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Semantics 4.5: the cell of a period's grid. */
export function gridOf({ services }: Period): number {
  return services.reduce((cell, { duration }) => gcd(cell, duration), 0);
}

function someServiceFits({ start, end, services }: Period): boolean {
  return services.some(({ duration }) => start + duration <= end);
}

/** Semantics 4.4: the longest stretches of a date with the same services, durations and insurance. */
export function basePeriods(
  calendar: Calendar,
  minutes: readonly OpenMinute[],
  dayStart: number,
  insurances: ReadonlyMap<string, Insurance | undefined>,
): readonly Period[] {
  const configurationAt = (minute: number): string => {
    const open = minutes[minute];
    const anyOpen = open?.durations.some((duration) => duration > 0) ?? false;
    return anyOpen ? JSON.stringify(open) : '';
  };
  return runs({ start: 0, end: minutes.length }, configurationAt).map((run) => {
    const open = minutes[run.start];
    return {
      start: dayStart + run.start,
      end: dayStart + run.end,
      services: calendar.services
        .map(({ addressServiceId }, index) => ({
          id: addressServiceId,
          duration: open?.durations[index] ?? 0,
        }))
        .filter(({ duration }) => duration > 0),
      insurance: insurances.get(open?.insuranceKey ?? ''),
    };
  });
}

/** Semantics 4.7: the gaps that carved time leaves, each from its first grid point on. */
export function publishedPeriods(base: Period, carved: ReadonlySet<number>): readonly Period[] {
  const cell = gridOf(base);
  return runsWhere(base, (minute) => !carved.has(minute))
    .map((gap) => {
      let start = gap.start;
      while ((start - base.start) % cell !== 0) start++;
      return { ...base, start, end: gap.end };
    })
    .filter(someServiceFits);
}
