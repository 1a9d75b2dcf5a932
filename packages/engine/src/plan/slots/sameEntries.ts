import type { SlotsEntry } from './entries.js';

/**
 * True if two dates publish the same: the same periods in the same order, each with the same services,
 * durations and insurance. The order of services and of providers does not matter, Docplanner's neither.
 */
export function sameEntries(a: readonly SlotsEntry[], b: readonly SlotsEntry[]): boolean {
  return a.length === b.length && a.every((entry, index) => sameEntry(entry, b[index]));
}

function sameEntry(a: SlotsEntry, b: SlotsEntry | undefined): boolean {
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.insurance_accepted === b.insurance_accepted &&
    sameList(a.address_services.map(serviceKey), b.address_services.map(serviceKey)) &&
    sameList(
      (a.insurance_providers ?? []).map(String),
      (b.insurance_providers ?? []).map(String),
    ) &&
    sameList((a.insurance_plans ?? []).map(String), (b.insurance_plans ?? []).map(String))
  );
}

function serviceKey(service: SlotsEntry['address_services'][number]): string {
  return `${service.duration} ${service.address_service_id}`;
}

/** In any order. */
function sameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const other = [...b].sort();
  return [...a].sort().every((each, index) => each === other[index]);
}
