export {
  type ApplyReport,
  type CalendarReport,
  isSuccess,
} from './apply/report/applyReport.js';
export type { DateDifference, Start } from './apply/report/dateDifference.js';
export {
  describeDifference,
  describeOutcome,
  describeReport,
} from './apply/report/describeReport.js';
export { describeStep } from './apply/report/describeStep.js';
export { describeEnding, type Ending } from './apply/report/ending.js';
export type { NamedCalendar } from './apply/report/namedCalendar.js';
export { describeProblem, type Problem } from './apply/report/problem.js';
export { type NamedStarts, startsByServices } from './apply/report/startsByServices.js';
export { type ApplyError, describeApplyError } from './apply/run/applyError.js';
export type { UnclearCall } from './apply/run/recover.js';
export type { ApplyOptions, InvalidApplyOption, RunPorts } from './apply/session/applyOptions.js';
export type { Progress, ProgressEvent, WaitReason } from './apply/session/progress.js';
export type { CalendarView } from './apply/verify/calendarView.js';
export type { ReadClient } from './apply/verify/readCalendar.js';
export type { PlacedSlots } from './apply/verify/remoteCalendar.js';
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
export {
  type BookingsFile,
  type FeedBooking,
  type InvalidBookingsFile,
  readBookingsFile,
} from './feed/bookingsFile.js';
export type { PullOptions } from './feed/pullBookings.js';
export type { PullReport } from './feed/pullReport.js';
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
export { type Clock, type Ports, systemPorts, type Uptime } from './http/options/ports.js';
export type { Method } from './http/request/attempt.js';
export type { CallReport } from './http/request/exchange.js';
export { describeImportError, describeSkipped } from './import/describeImport.js';
export type {
  ImportError,
  ImportedAddress,
  ImportedCalendar,
  ImportedClinic,
  ImportOptions,
  ImportProgress,
  SkippedAddress,
} from './import/importedClinic.js';
export type { AddressServiceCalls } from './resources/addressServices.js';
export type { BookingCalls, BookingTarget } from './resources/bookings.js';
export type { BreakCalls, BreakRange } from './resources/breaks.js';
export type { CalendarCalls } from './resources/calendar.js';
export { createDocplannerClient, type DocplannerClient } from './resources/client.js';
export type { DirectoryCalls } from './resources/directory.js';
export type { NotificationCalls, Pulled } from './resources/notifications.js';
export type { SlotCalls, TimeWindow } from './resources/slots.js';
export { atomicWrite } from './state/atomicWrite.js';
export type { CalendarRecord, PendingStep, RecentPut } from './state/calendarRecord.js';
export type { CalendarLock, CalendarStore, LockWait } from './state/calendarStore.js';
export type { LockPorts } from './state/folder/folderLock.js';
export { type FolderOptions, jsonFolderStore } from './state/folder/jsonFolderStore.js';
export { targetInState } from './state/folder/targetInState.js';
export { type KnownCalendars, knownCalendars } from './state/knownCalendars.js';
export { memoryStore } from './state/memoryStore.js';
export { describeStateError, type StateError } from './state/stateError.js';
export {
  newCalendar,
  type RecordVersion,
  type StoredCalendar,
  successor,
} from './state/storedCalendar.js';
export { systemCode } from './state/systemCode.js';
export { targetOf } from './state/target.js';
export {
  createSync,
  type PlanOptions,
  type PullTarget,
  type Sync,
  type SyncParts,
  type SyncScope,
} from './sync/createSync.js';
export { describeRemoval, type GuardOptions, type Removal, removalsRefused } from './sync/guard.js';
export type { Refresh } from './sync/makePlan.js';
export {
  type PreparedPlan,
  planFromState,
  refusingFindings,
  type SeenCalendar,
  type UnreadCalendar,
} from './sync/preparedPlan.js';
export { describeSyncError, type SyncError } from './sync/syncError.js';
export { type WholePlan, wholePlan } from './sync/wholePlan.js';
export type { AddressService } from './wire/addressServices.js';
export type { Party, RemoteBooking } from './wire/bookings.js';
export type { RemoteBreak } from './wire/breaks.js';
export type { CalendarStatus } from './wire/calendar.js';
export type { Address, Doctor, Facility } from './wire/directory.js';
export type { Notification, NotificationOrigin } from './wire/notifications.js';
export type { FreeSlot, SlotService } from './wire/slots.js';
