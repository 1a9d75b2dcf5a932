import type { AddressServiceId } from '../document/clinic.js';
import type { IntervalSet } from '../interval/set.js';
import { type Instant, plus } from '../time/units.js';
import {
  type Configuration,
  gridPointFrom,
  servicesFitting,
  type WorkPeriod,
} from './configuration.js';

/** A start that patients are offered, and the services that they can book there. */
export interface Slot {
  /** When a visit would begin. */
  readonly start: Instant;
  /** Never empty, in the calendar's order of services. */
  readonly addressServiceIds: readonly AddressServiceId[];
}

/**
 * The slots that patients see: each grid point of the work periods with the services that end
 * within the period and meet no hidden time. Docplanner's own rule (API, replaceSlots).
 *
 * Law: of the work periods and hidden time of a calendar they are its slots.
 *
 * @example
 * const { basePeriods } = computeCalendar(calendar, monday, now);
 * slotsOf(basePeriods, union([])).length // => 3
 * slotsOf(basePeriods, union(basePeriods)) // => []
 */
export function slotsOf(
  periods: readonly WorkPeriod[],
  hidden: IntervalSet<Instant>,
): readonly Slot[] {
  const slots: Slot[] = [];
  const fitting = fittingServices();
  let next = 0;
  for (const period of periods) {
    const { cell, shortest } = period.configuration;
    for (let at = period.start; at + shortest <= period.end; ) {
      while ((hidden[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
      const block = hidden[next];
      if (block !== undefined && block.start < at + shortest) {
        at = plus(period.start, gridPointFrom(period, cell, block.end));
        continue;
      }
      const until = block !== undefined && block.start < period.end ? block.start : period.end;
      slots.push({ start: at, addressServiceIds: fitting(period.configuration, until - at) });
      at = plus(at, cell);
    }
  }
  return slots;
}

/** At most a list for every number of minutes in a day, shared by the slots that have it. */
function fittingServices(): (
  configuration: Configuration,
  room: number,
) => readonly AddressServiceId[] {
  const known = new Map<Configuration, Map<number, readonly AddressServiceId[]>>();
  return (configuration, room) => {
    let byRoom = known.get(configuration);
    if (byRoom === undefined) {
      byRoom = new Map();
      known.set(configuration, byRoom);
    }
    let services = byRoom.get(room);
    if (services === undefined) {
      services = servicesFitting(configuration, room);
      byRoom.set(room, services);
    }
    return services;
  };
}
