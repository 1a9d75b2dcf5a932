import { locateAddress } from '../server/locate.js';
import { ADDRESS_PATH, items, ok, type Route } from '../server/operation.js';
import { Refusal } from '../server/refusal.js';
import { readWindow, scopes } from '../server/request-query.js';
import type { Slot } from '../slots/grid.js';
import { shownSlots } from '../slots/shown-slots.js';
import type { Json } from '../state/json.js';
import type { Address } from '../state/world.js';
import { DAY, formatTimestamp, HOUR } from '../time/zone.js';
import { addressServiceView } from '../views/address-service-view.js';

/** 180 local days may be an hour longer than 180 times 24 hours. */
const LONGEST_RANGE = 180 * DAY + HOUR;

function slotView(address: Address, slot: Slot, asked: ReadonlySet<string>): Json {
  const start = formatTimestamp(slot.start, address.zone);
  if (!asked.has('slot.services')) return { start };
  const services = slot.services.flatMap(({ addressServiceId, duration }) => {
    const service = address.services.find((entry) => entry.id === addressServiceId);
    return service === undefined ? [] : [addressServiceView({ ...service, duration }, asked)];
  });
  return { start, address_services: items(services) };
}

/** getSlots (Docplanner API, section 9.1): free starts in [start, end). */
export const getSlotsRoute: Route = {
  method: 'GET',
  path: `${ADDRESS_PATH}/slots`,
  operation: (call) => {
    const address = locateAddress(call);
    const { start, end } = readWindow(call);
    if (end - start > LONGEST_RANGE) throw new Refusal(400, 'Date range must not exceed 180 days');
    const slots = shownSlots(address, start, end);
    if (slots.length === 0 && call.behaviour.emptyGetSlots === 'not-found') {
      throw new Refusal(404, 'No slots found on given address');
    }
    return ok(call.world, items(slots.map((slot) => slotView(address, slot, scopes(call)))));
  },
};
