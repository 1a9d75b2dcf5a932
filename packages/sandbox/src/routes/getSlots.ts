import type { Json } from '../answers/json.js';
import { Refusal } from '../answers/refusal.js';
import { visibleSlots } from '../availability/visibleSlots.js';
import { locateAddress } from '../operation/locate.js';
import { ADDRESS_PATH, items, ok, type Route } from '../operation/operation.js';
import { readWindow, scopes } from '../operation/requestQuery.js';
import type { Slot } from '../slots/grid.js';
import type { Address } from '../state/sandboxState.js';
import { DAY, formatTimestamp, HOUR } from '../time/zone.js';
import { addressServiceView } from '../views/addressServiceView.js';

/** 180 local days may be an hour longer than 180 times 24 hours. */
const MAX_RANGE_MS = 180 * DAY + HOUR;

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
  operation: (context) => {
    const address = locateAddress(context);
    const { start, end } = readWindow(context);
    if (end - start > MAX_RANGE_MS) throw new Refusal(400, 'Date range must not exceed 180 days');
    const slots = visibleSlots(address, start, end);
    if (slots.length === 0 && context.behaviour.emptyGetSlots === 'not-found') {
      throw new Refusal(404, 'No slots found on given address');
    }
    return ok(context.state, items(slots.map((slot) => slotView(address, slot, scopes(context)))));
  },
};
