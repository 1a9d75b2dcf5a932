import { configurationMaker, type WorkPeriod } from '../../calendar/configuration.js';
import { type Slot, slotsOf } from '../../calendar/slots.js';
import { addressServiceId } from '../../document/ids.js';
import { byStart } from '../../interval/interval.js';
import type { IntervalSet } from '../../interval/set.js';
import { type Instant, minutes } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { SlotsEntry } from './entries.js';

/**
 * The slots that patients see of entries that were sent, where some time is hidden by breaks and bookings;
 * undefined if an entry cannot be read.
 *
 * @example
 * const times = { start: '2026-10-05T09:00:00+02:00', end: '2026-10-05T10:00:00+02:00' };
 * const entry = { ...times, address_services: [{ address_service_id: '7', duration: 30 }] };
 * visibleSlots([entry], union([])).length // => 2
 */
export function visibleSlots(
  entries: readonly SlotsEntry[],
  hidden: IntervalSet<Instant>,
): readonly Slot[] | undefined {
  const periods = entries.map(workPeriods());
  const readable = periods.filter((period) => period !== undefined);
  if (readable.length < periods.length) return undefined;
  return slotsOf([...readable].sort(byStart), hidden);
}

/** Reads entries back into the periods that they were made from; insurance changes no slot. */
function workPeriods(): (entry: SlotsEntry) => WorkPeriod | undefined {
  const configurationOf = configurationMaker();
  const orders = new Map<string, number>();
  const orderOf = (id: string): number => {
    const order = orders.get(id) ?? orders.size;
    orders.set(id, order);
    return order;
  };
  return ({ start, end, address_services }) => {
    const time = wireTime(start, end);
    const services = address_services.map(({ address_service_id: id, duration }) => ({
      addressServiceId: addressServiceId(id),
      duration: minutes(duration),
      order: orderOf(id),
    }));
    if (!services.every(({ duration }) => Number.isInteger(duration) && duration > 0)) {
      return undefined;
    }
    const configuration = configurationOf(services, undefined);
    return time === undefined || configuration === undefined
      ? undefined
      : { ...time, configuration };
  };
}
