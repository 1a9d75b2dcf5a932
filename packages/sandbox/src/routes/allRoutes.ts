import type { Route } from '../operation/operation.js';
import { addressRoutes } from './addresses.js';
import { addressServiceRoutes } from './addressServices.js';
import { bookingRoutes } from './bookings.js';
import { bookSlotRoute } from './bookSlot.js';
import { breakRoutes } from './breaks.js';
import { calendarRoutes } from './calendar.js';
import { deleteSlotsRoute } from './deleteSlots.js';
import { facilityRoutes } from './facilities.js';
import { getSlotsRoute } from './getSlots.js';
import { insuranceRoutes } from './insurances.js';
import { moveBookingRoute } from './moveBooking.js';
import { notificationRoutes } from './notifications.js';
import { replaceSlotsRoute } from './replaceSlots.js';
import { serviceRoutes } from './services.js';

/** Every operation below the API base. */
export const allRoutes: readonly Route[] = [
  ...facilityRoutes,
  ...addressRoutes,
  ...serviceRoutes,
  ...addressServiceRoutes,
  ...insuranceRoutes,
  ...calendarRoutes,
  getSlotsRoute,
  replaceSlotsRoute,
  deleteSlotsRoute,
  bookSlotRoute,
  ...breakRoutes,
  ...bookingRoutes,
  moveBookingRoute,
  ...notificationRoutes,
];
