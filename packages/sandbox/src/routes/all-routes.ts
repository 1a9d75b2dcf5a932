import type { Route } from '../server/operation.js';
import { addressServiceRoutes } from './address-services.js';
import { addressRoutes } from './addresses.js';
import { bookSlotRoute } from './book-slot.js';
import { bookingRoutes } from './bookings.js';
import { breakRoutes } from './breaks.js';
import { calendarRoutes } from './calendar.js';
import { deleteSlotsRoute } from './delete-slots.js';
import { facilityRoutes } from './facilities.js';
import { getSlotsRoute } from './get-slots.js';
import { insuranceRoutes } from './insurances.js';
import { moveBookingRoute } from './move-booking.js';
import { notificationRoutes } from './notifications.js';
import { replaceSlotsRoute } from './replace-slots.js';
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
