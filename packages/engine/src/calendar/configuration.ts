import type { AddressServiceId, Insurance } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import type { Instant } from '../time/units.js';
import { insuranceKey, type PublishedService } from './template.js';

/** What can be booked in a work period; equal ones of a calendar are the same object. */
export interface Configuration {
  /** In the calendar's order of services. */
  readonly services: readonly PublishedService[];
  /** Undefined: nothing is said about insurance. */
  readonly insurance: Insurance | undefined;
  /** Minutes between starts: the greatest common divisor of the durations, as Docplanner cuts. */
  readonly cell: number;
  /** Minutes of the shortest service. */
  readonly shortest: number;
}

/** A stretch of one local date in which the same services can be booked in the same way. */
export interface WorkPeriod extends Interval<Instant> {
  /** What can be booked in it. */
  readonly configuration: Configuration;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Makes configurations, each only once; undefined where no service is offered. */
export function configurationMaker(): (
  services: readonly PublishedService[],
  insurance: Insurance | undefined,
) => Configuration | undefined {
  const known = new Map<string, Configuration>();
  return (services, insurance) => {
    if (services.length === 0) return undefined;
    const offered = services.map(({ order, duration }) => `${order}:${duration}`).join();
    const key = `${offered} ${insuranceKey(insurance)}`;
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const durations = services.map(({ duration }): number => duration);
    const configuration: Configuration = {
      services,
      insurance,
      cell: durations.reduce(greatestCommonDivisor),
      shortest: Math.min(...durations),
    };
    known.set(key, configuration);
    return configuration;
  };
}

/** The services of a configuration that fit into so many minutes, in the calendar's order. */
export function servicesFitting(
  { services }: Configuration,
  room: number,
): readonly AddressServiceId[] {
  return services
    .filter(({ duration }) => duration <= room)
    .map(({ addressServiceId }) => addressServiceId);
}

/** The first point of a period's grid at or after an instant. */
export function gridPointFrom(period: Interval<Instant>, cell: number, instant: Instant): number {
  return Math.ceil((instant - period.start) / cell) * cell;
}
