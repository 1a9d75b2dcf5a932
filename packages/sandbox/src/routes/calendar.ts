import { notCommercial, Refusal } from '../answers/refusal.js';
import { locateAddress, locateWritable } from '../operation/locate.js';
import { ADDRESS_PATH, ok, type Route } from '../operation/operation.js';
import { withAddress } from '../state/sandboxState.js';

/** Calendar status (Docplanner API, section 8). A disabled calendar keeps its slots but shows none. */
export const calendarRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${ADDRESS_PATH}/calendar`,
    operation: (context) => {
      const { calendar } = locateAddress(context);
      if (calendar === 'missing') throw new Refusal(404, 'Calendar does not exist');
      return ok(context.state, { status: calendar });
    },
  },
  {
    method: 'POST',
    path: `${ADDRESS_PATH}/calendar/enable`,
    operation: (context) => {
      const address = locateWritable(context);
      if (address.status === 'disabled') {
        throw new Refusal(400, 'Could not enable calendar on disabled address');
      }
      if (address.commercialType === 'basic') throw notCommercial(address.id);
      if (address.calendar === 'enabled') throw new Refusal(409, 'Calendar already enabled');
      const state = withAddress(context.state, { ...address, calendar: 'enabled' });
      return ok(state, { status: 'enabled' });
    },
  },
  {
    method: 'POST',
    path: `${ADDRESS_PATH}/calendar/disable`,
    operation: (context) => {
      const address = locateWritable(context);
      if (address.calendar === 'missing') throw new Refusal(404, 'Calendar does not exist');
      if (address.calendar === 'disabled') throw new Refusal(409, 'Calendar already disabled');
      const state = withAddress(context.state, { ...address, calendar: 'disabled' });
      return ok(state, { status: 'disabled' });
    },
  },
];
