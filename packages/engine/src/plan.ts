/**
 * `@slotwright/engine/plan`: plans as values, for those who carry them out or keep them.
 */

export { breakDescription } from './calendar/blocked.js';
export { type NamedService, serviceText } from './document/serviceText.js';
export { groupBy } from './grouping/groupBy.js';
export { type CalendarPlan, calendarPlan, type PlanTotals } from './output/plan.js';
export {
  type CalendarBasis,
  type NamedBasis,
  type PlanBasis,
  type PlanFile,
  planFile,
  type Staleness,
  staleness,
} from './output/planFile.js';
export { afterStep, type ReplaceSlots, splitByDate } from './plan/afterStep.js';
export {
  type BookingDifference,
  bookingDifference,
  type SeenBooking,
} from './plan/bookingDifference.js';
export { withBreaksReadBack } from './plan/breaks/knownBreaks.js';
export {
  datesKnown,
  type KnownBreak,
  type KnownCalendar,
  NOTHING_KNOWN,
  type RemoteBreak,
} from './plan/known.js';
export { type KeptCalendar, type LeftBehind, leftBehind } from './plan/leftBehind.js';
export {
  type Refreshed,
  refreshed,
  type SeenCalendar,
  type SeenSlot,
} from './plan/refresh.js';
export {
  bookableStarts,
  DEFAULT_GUARD,
  type GuardLimits,
  type PlanRisk,
  planRisk,
  takesTooMuch,
  totalRisk,
} from './plan/risk.js';
export type { AddressServiceEntry, SlotsEntry } from './plan/slots/entries.js';
export type { SlotsRequest, Split } from './plan/slots/requests.js';
export { visibleSlots } from './plan/slots/visibleSlots.js';
export type { BreakRequest, ExpectedDate, Step, SyncPlan } from './plan/step.js';
export { syncPlan } from './plan/syncPlan.js';
export { mostWrites, type SyncTotals, syncTotals } from './plan/totals.js';
export { inZone, localText, spanText, timeOfDay } from './time/timeWords.js';
export { parseWireInterval, parseWireTime, type WireTime, wireTime } from './time/wireTime.js';
