export type { CallOptions, CallReport } from './client/call.js';
export { createDocplannerClient, type DocplannerClient } from './client/client.js';
export type { AddressRef } from './client/path.js';
export type {
  ClientError,
  Failure,
  FieldProblem,
  InvalidOptions,
  Outcome,
} from './errors/clientError.js';
export { describeClientError } from './errors/describe.js';
export {
  type CallLimit,
  type CallLimits,
  createMemoryLimiter,
  documentedLimits,
} from './limits/memoryLimiter.js';
export type { CallKind, NotAdmitted, Observed, RateLimiter, Wait } from './limits/rateLimiter.js';
export type { ClientOptions } from './options/clientOptions.js';
export type { Server } from './options/endpoints.js';
export { type Clock, type Ports, systemPorts } from './options/ports.js';
export type { BookingTarget } from './resources/bookings.js';
export type { BreakRange } from './resources/breaks.js';
export type { Pulled } from './resources/notifications.js';
export type { TimeWindow } from './resources/slots.js';
export type { AddressService } from './wire/addressServices.js';
export type { Party, RemoteBooking } from './wire/bookings.js';
export type { RemoteBreak } from './wire/breaks.js';
export type { CalendarStatus } from './wire/calendar.js';
export type { Address, Doctor, Facility } from './wire/directory.js';
export type { Notification, Place } from './wire/notifications.js';
export type { FreeSlot, SlotService } from './wire/slots.js';
