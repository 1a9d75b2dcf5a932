import { configurationMaker, type WorkPeriod } from '../../calendar/configuration.js';
import { type Slot, slotsOf } from '../../calendar/slots.js';
import { addressServiceId } from '../../document/ids.js';
import { byStart } from '../../interval/interval.js';
import type { IntervalSet } from '../../interval/set.js';
import { type Instant, minutes } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { SlotsEntry } from './entries.js';

/**
 * What patients see of entries that were sent, where nothing but `hidden` takes time. Clearing entries offer
 * nothing; an entry whose time cannot be read neither.
 *
 * Law: of the entries of a calendar's work periods and its hidden time they are its slots.
 *
 * @example
 * visibleSlots([], union([])) // => []
 */
export function visibleSlots(
  entries: readonly SlotsEntry[],
  hidden: IntervalSet<Instant>,
): readonly Slot[] {
  const configuration = configurationMaker();
  const orders = new Map<string, number>();
  const orderOf = (id: string): number => {
    const order = orders.get(id) ?? orders.size;
    orders.set(id, order);
    return order;
  };
  const periods = entries.flatMap(({ start, end, address_services: services }): WorkPeriod[] => {
    const time = wireTime(start, end);
    const offered = services.map(({ address_service_id: id, duration }) => ({
      addressServiceId: addressServiceId(id),
      duration: minutes(duration),
      order: orderOf(id),
    }));
    const made = configuration(offered, undefined);
    return time === undefined || made === undefined ? [] : [{ ...time, configuration: made }];
  });
  return slotsOf(periods.sort(byStart), hidden);
}
