import type { AddressServiceId } from '../document/clinic.js';
import { groupBy } from '../grouping/groupBy.js';
import { type IntervalSet, union } from '../interval/set.js';
import type { Instant } from '../time/units.js';
import type { Template } from './template.js';
import type { Window } from './windows.js';

/** A(i): for each service the time in which some window offers it. */
export type ServiceAvailability = ReadonlyMap<AddressServiceId, IntervalSet<Instant>>;

/**
 * The time of each service. Windows that offer the same services are united first, so a service costs
 * as much as there are different offers, not windows.
 */
export function serviceAvailability(windows: readonly Window[]): ServiceAvailability {
  const offers = new Map<Template, string>();
  const offerOf = ({ template }: Window): string => {
    const offer = offers.get(template) ?? template.services.map(({ order }) => order).join();
    offers.set(template, offer);
    return offer;
  };
  const byService = new Map<AddressServiceId, IntervalSet<Instant>[]>();
  for (const own of groupBy(windows, offerOf).values()) {
    const time = union(own);
    for (const { addressServiceId } of own[0]?.template.services ?? []) {
      byService.set(addressServiceId, [...(byService.get(addressServiceId) ?? []), time]);
    }
  }
  return new Map([...byService].map(([service, times]) => [service, united(times)]));
}

function united([first, ...others]: readonly IntervalSet<Instant>[]): IntervalSet<Instant> {
  if (first !== undefined && others.length === 0) return first;
  return union([...(first ?? []), ...others.flat()]);
}
