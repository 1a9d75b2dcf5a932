/**
 * A clinic document in; work periods, slots, findings and plans out. Plain data, errors as Results,
 * times as whole minutes; nothing here reads a clock, a time zone of the process, a file or a network.
 *
 * The examples of the exports use this clinic:
 *
 * @example
 * const clinic = {
 *   version: 1,
 *   timezone: 'Europe/Madrid',
 *   calendars: [{
 *     id: 'centro', facilityId: '1', doctorId: '2', addressId: '3',
 *     services: [{ addressServiceId: '7', duration: 30 }],
 *     schedules: [{ id: 'hours', start: '2026-10-05T09:00', end: '2026-10-05T10:30' }],
 *     bookings: [{ id: 'b1', start: '2026-10-05T09:30', duration: 30, addressServiceId: '7' }],
 *   }],
 * };
 * const document = parseDocument(clinic)._unsafeUnwrap();
 * const [calendar] = document.calendars;
 * const monday = parseHorizon('2026-10-05', '2026-10-05')._unsafeUnwrap();
 * const now = parseInstant('2026-10-01T08:00:00Z')._unsafeUnwrap();
 */

export type { Blocked } from './availability/blocked.js';
export {
  type DateSpan,
  dateSpans,
  describeHorizonError,
  type Horizon,
  type HorizonError,
  lastDateWithinReach,
  parseHorizon,
} from './availability/horizon.js';
export type { HorizonOutput } from './availability/output.js';
export type { PublishedService, Template } from './availability/template.js';
export type { Window } from './availability/windows.js';
export { type CalendarResult, computeCalendar } from './compute/calendar.js';
export { computeDocument, type DocumentResult } from './compute/document.js';
export { computeSlots } from './compute/slots.js';
export type {
  AddressServiceId,
  Booking,
  Break,
  Calendar,
  CalendarId,
  ClinicDocument,
  Closure,
  DateOrTime,
  Insurance,
  InsuranceAccepted,
  Offer,
  Override,
  OverrideWindow,
  Publish,
  Recurring,
  Schedule,
  Service,
} from './document/clinic.js';
export { describeDocumentError } from './document/describe.js';
export type { ClinicDocumentInput } from './document/documentSchema.js';
export type { DocumentError } from './document/errors.js';
export { documentJsonSchema } from './document/jsonSchema.js';
export { parseDocument } from './document/parseDocument.js';
export { type Finding, type FindingCode, SEVERITY, type Severity } from './findings/finding.js';
export { type CheckOutput, checkOutput, type FindingOutput } from './findings/output.js';
export { byStart, encloses, type Interval, intersect, overlaps } from './interval/interval.js';
export {
  clip,
  complementWithin,
  covers,
  type IntervalSet,
  subtract,
  union,
} from './interval/set.js';
export type { AddressServiceEntry, SlotsEntry } from './payload/entries.js';
export {
  type BreakRequest,
  type CalendarPlan,
  calendarPlan,
  type PlanOutput,
  type PlanTotals,
  planOutput,
} from './payload/plan.js';
export type { SlotsRequest, Split } from './payload/requests.js';
export { basePeriods } from './periods/base.js';
export type { Configuration, WorkPeriod } from './periods/configuration.js';
export { publishedPeriods } from './periods/published.js';
export { afterStep, onePerDate } from './plan/afterStep.js';
export { withBreaksReadBack } from './plan/knownBreaks.js';
export {
  isStale,
  type PlanBasis,
  type PlanFile,
  planFile,
  type Staleness,
  staleness,
} from './plan/planFile.js';
export {
  type KnownBreak,
  NOTHING_PUBLISHED,
  type PublishedCalendar,
  type RemoteBreak,
} from './plan/published.js';
export {
  describePlanFileError,
  type PlanFileError,
  type PlanFileProblem,
  readPlanFile,
} from './plan/readPlanFile.js';
export type { ExpectedDate, Step, SyncPlan } from './plan/step.js';
export { syncPlan } from './plan/syncPlan.js';
export { type SyncTotals, syncTotals } from './plan/totals.js';
export { describeExplanation } from './preview/describe.js';
export { type Explainable, type Explanation, explain } from './preview/explain.js';
export {
  type CalendarPreview,
  calendarPreview,
  type PreviewOutput,
  previewOutput,
  type SlotOutput,
} from './preview/output.js';
export { type Slot, slotsOf } from './preview/slots.js';
export { formatDate } from './time/date.js';
export { instantFormatter } from './time/formatter.js';
export {
  formatUtc,
  type InvalidTime,
  type Moment,
  parseDate,
  parseInstant,
  parseMoment,
} from './time/iso.js';
export type { Instant, LocalDate, Minutes, WallTime } from './time/units.js';
export { type Placed, type Zone, zoneOf } from './time/zone.js';
export { type UnknownZone, type ZoneId, zoneId } from './time/zoneId.js';
