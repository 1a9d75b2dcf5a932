import { locateAddress, locateWritable } from '../server/locate.js';
import { ADDRESS_PATH, ok, type Route } from '../server/operation.js';
import { notCommercial, Refusal } from '../server/refusal.js';
import { withAddress } from '../state/world.js';

/** Calendar status (Docplanner API, section 8). A disabled calendar keeps its slots but shows none. */
export const calendarRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${ADDRESS_PATH}/calendar`,
    operation: (call) => {
      const { calendar } = locateAddress(call);
      if (calendar === 'missing') throw new Refusal(404, 'Calendar does not exist');
      return ok(call.world, { status: calendar });
    },
  },
  {
    method: 'POST',
    path: `${ADDRESS_PATH}/calendar/enable`,
    operation: (call) => {
      const address = locateWritable(call);
      if (address.status === 'disabled') {
        throw new Refusal(400, 'Could not enable calendar on disabled address');
      }
      if (address.commercialType === 'basic') throw notCommercial(address.id);
      if (address.calendar === 'enabled') throw new Refusal(409, 'Calendar already enabled');
      const world = withAddress(call.world, { ...address, calendar: 'enabled' });
      return ok(world, { status: 'enabled' });
    },
  },
  {
    method: 'POST',
    path: `${ADDRESS_PATH}/calendar/disable`,
    operation: (call) => {
      const address = locateWritable(call);
      if (address.calendar === 'missing') throw new Refusal(404, 'Calendar does not exist');
      if (address.calendar === 'disabled') throw new Refusal(409, 'Calendar already disabled');
      const world = withAddress(call.world, { ...address, calendar: 'disabled' });
      return ok(world, { status: 'disabled' });
    },
  },
];
