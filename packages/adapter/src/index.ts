export { type ApplyError, describeApplyError } from './apply/applyError.js';
export type { ApplyOptions } from './apply/applyOptions.js';
export { applyPlan } from './apply/applyPlan.js';
export { type ApplyReport, type CalendarReport, isSuccess } from './apply/applyReport.js';
export { describeReport } from './apply/describeReport.js';
export type { DateDifference } from './apply/difference.js';
export { describeEnding, type Ending } from './apply/ending.js';
export { describeProblem, describeStep, type Problem } from './apply/problem.js';
export type { Progress, ProgressEvent } from './apply/progress.js';
export { type Recovered, recover } from './apply/recover.js';
export type { Start } from './apply/shown.js';
export { compareCalendar } from './drift/compareCalendar.js';
export { type DriftClient, readDrift } from './drift/readDrift.js';
export type { RemoteCalendar } from './drift/remote.js';
export type {
  BookingDrift,
  BookingsDrift,
  BreakDrift,
  BreaksDrift,
  CalendarDrift,
  Cause,
  DateDrift,
  DriftReport,
  ExplainedSlotDrift,
  SlotDrift,
} from './drift/report.js';
export { applyNotification, applyNotifications } from './feed/applyNotifications.js';
export {
  type BookingsFile,
  type FeedBooking,
  type InvalidBookingsFile,
  readBookingsFile,
} from './feed/bookingsFile.js';
export { bookingsFromRemote } from './feed/feedBookings.js';
export {
  type PullClient,
  type PullOptions,
  type PullPorts,
  type PullReport,
  pullBookings,
} from './feed/pullBookings.js';
export { withBookings } from './feed/withBookings.js';
export type { CallOptions, CallWait } from './http/call/call.js';
export type {
  CallFailure,
  ClientError,
  Failure,
  FieldProblem,
  InvalidOptions,
  Outcome,
  WrongId,
} from './http/error/clientError.js';
export { describeClientError } from './http/error/describe.js';
export {
  type CallLimit,
  type CallLimits,
  createMemoryLimiter,
  documentedLimits,
} from './http/limits/memoryLimiter.js';
export type {
  CallKind,
  NotAdmitted,
  Observed,
  RateLimiter,
  Turn,
  TurnWait,
  Wait,
} from './http/limits/rateLimiter.js';
export type { ClientOptions } from './http/options/clientOptions.js';
export type { Server } from './http/options/endpoints.js';
export { type Clock, type Ports, systemPorts } from './http/options/ports.js';
export type { Method } from './http/request/attempt.js';
export type { CallReport } from './http/request/exchange.js';
export type { AddressServiceCalls } from './resources/addressServices.js';
export type { BookingCalls, BookingTarget } from './resources/bookings.js';
export type { BreakCalls, BreakRange } from './resources/breaks.js';
export type { CalendarCalls } from './resources/calendar.js';
export { createDocplannerClient, type DocplannerClient } from './resources/client.js';
export type { DirectoryCalls } from './resources/directory.js';
export type { NotificationCalls, Pulled } from './resources/notifications.js';
export type { SlotCalls, TimeWindow } from './resources/slots.js';
export { jsonFileStore } from './state/jsonFileStore.js';
export { memoryStore } from './state/memoryStore.js';
export {
  type CalendarRecord,
  calendarKey,
  isSameState,
  type PendingStep,
  type RecentPut,
  recordOf,
  type State,
  type StateId,
} from './state/state.js';
export { describeStateError, type StateError } from './state/stateError.js';
export type { Release, StateStore } from './state/stateStore.js';
export { targetOf } from './state/target.js';
export type { AddressService } from './wire/addressServices.js';
export type { Party, RemoteBooking } from './wire/bookings.js';
export type { RemoteBreak } from './wire/breaks.js';
export type { CalendarStatus } from './wire/calendar.js';
export type { Address, Doctor, Facility } from './wire/directory.js';
export type { Notification, NotificationOrigin } from './wire/notifications.js';
export type { FreeSlot, SlotService } from './wire/slots.js';
