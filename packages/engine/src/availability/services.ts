import type { AddressServiceId } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import { type IntervalSet, union } from '../interval/set.js';
import type { Instant } from '../time/units.js';
import type { Window } from './windows.js';

/** A(i): for each service the time in which some window offers it. */
export type ServiceAvailability = ReadonlyMap<AddressServiceId, IntervalSet<Instant>>;

export function serviceAvailability(windows: readonly Window[]): ServiceAvailability {
  const byService = new Map<AddressServiceId, Interval<Instant>[]>();
  for (const { start, end, template } of windows) {
    for (const { addressServiceId } of template.services) {
      const own = byService.get(addressServiceId);
      if (own === undefined) byService.set(addressServiceId, [{ start, end }]);
      else own.push({ start, end });
    }
  }
  return new Map([...byService].map(([service, times]) => [service, union(times)]));
}
