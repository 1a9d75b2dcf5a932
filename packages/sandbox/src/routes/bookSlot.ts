import { Refusal } from '../answers/refusal.js';
import { bookVisit } from '../changes/bookVisit.js';
import { locateAddress } from '../operation/locate.js';
import { ADDRESS_PATH, ok, type Reply, type Route } from '../operation/operation.js';
import { scopes } from '../operation/requestQuery.js';
import { parseTimestamp } from '../time/timestamp.js';
import { bookingView, SINGLE_BOOKING_SCOPES } from '../views/bookingView.js';
import { BOOK_REFUSED, readBookRequest } from './bookRequest.js';

/** bookSlot: 200, not 201, and no Location. */
export const bookSlotRoute: Route = {
  method: 'POST',
  path: `${ADDRESS_PATH}/slots/:start/book`,
  operation: (context): Reply => {
    const address = locateAddress(context);
    if (address.access === 'read')
      throw new Refusal(404, 'Unable to book a visit for this address');
    const start = parseTimestamp(context.param('start'), context.behaviour.timestamps);
    if (start === null) {
      throw new Refusal(400, BOOK_REFUSED, { start: ['This value is not a valid datetime.'] });
    }
    const request = readBookRequest(context, address);
    const booked = bookVisit(context.state, address, context.now, start, request, 'integration');
    const asked = new Set([...SINGLE_BOOKING_SCOPES, ...scopes(context)]);
    return ok(booked.state, bookingView(booked.state, booked.address, booked.booking, asked));
  },
};
