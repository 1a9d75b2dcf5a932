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
  return slotFinder()(periods, hidden);
}

/** `slotsOf`, remembering which services fit into which time. */
export function slotFinder(): typeof slotsOf {
  const fittingIn = fittingServices();
  return (periods, hidden) => {
    const slots: Slot[] = [];
    let next = 0;
    for (const period of periods) {
      const { start, end, configuration } = period;
      const { cell, shortest } = configuration;
      const fitting = fittingIn(configuration);
      for (let at = start; at + shortest <= end; ) {
        while ((hidden[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
        const block = hidden[next];
        const until = block !== undefined && block.start < end ? block.start : end;
        for (; at + shortest <= until; at = plus(at, cell)) {
          slots.push({ start: at, addressServiceIds: fitting(until - at) });
        }
        if (block === undefined || block.start >= end) break;
        at = plus(start, gridPointFrom(period, cell, block.end));
      }
    }
    return slots;
  };
}

/** What is left of slots, sorted by start, at an instant: a start before it is over. */
export function slotsFrom(slots: readonly Slot[], now: Instant): readonly Slot[] {
  const next = slots.findIndex(({ start }) => start >= now);
  return next === 0 ? slots : slots.slice(next < 0 ? slots.length : next);
}

/** The services of a configuration that fit into so many minutes. */
type Fitting = (room: number) => readonly AddressServiceId[];

/** At most a list for every number of minutes in a day, shared by the slots that have it. */
function fittingServices(): (configuration: Configuration) => Fitting {
  const known = new Map<Configuration, Fitting>();
  return (configuration) => {
    const fitting = known.get(configuration) ?? fittingOf(configuration);
    known.set(configuration, fitting);
    return fitting;
  };
}

function fittingOf(configuration: Configuration): Fitting {
  const longest = Math.max(...configuration.services.map(({ duration }) => duration));
  const all = servicesFitting(configuration, longest);
  const byRoom = new Map<number, readonly AddressServiceId[]>();
  return (room) => {
    if (room >= longest) return all;
    const known = byRoom.get(room);
    if (known !== undefined) return known;
    const services = servicesFitting(configuration, room);
    byRoom.set(room, services);
    return services;
  };
}
