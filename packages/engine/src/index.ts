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
 * const document = unwrap(parseDocument(clinic));
 * const [calendar] = document.calendars;
 * const monday = unwrap(parseHorizon('2026-10-05', '2026-10-05'));
 * const now = unwrap(parseInstant('2026-10-01T08:00:00Z'));
 */

export { basePeriods } from './calendar/basePeriods.js';
export type { Blocked, BookedTime, BreakTime } from './calendar/blocked.js';
export { computeCalendar } from './calendar/computeCalendar.js';
export type { ComputedCalendar } from './calendar/computedCalendar.js';
export type { Configuration, WorkPeriod } from './calendar/configuration.js';
export { type PreparedCalendar, prepare } from './calendar/prepare.js';
export { type Slot, slotsOf } from './calendar/slots.js';
export type { PublishedService, Template } from './calendar/template.js';
export type { Window } from './calendar/windows.js';
export { publishedPeriods } from './calendar/workPeriods.js';
export { addressKey, type CalendarAddress } from './document/address.js';
export type {
  Acceptance,
  AddressServiceId,
  Booking,
  Break,
  Calendar,
  CalendarId,
  ClinicDocument,
  Closure,
  Id,
  Insurance,
  InsuranceAccepted,
  Offer,
  Override,
  OverrideWindow,
  Publish,
  Schedule,
  Service,
} from './document/clinic.js';
export { describeDocumentError } from './document/describe.js';
export type { DocumentError, Problem } from './document/errors.js';
export { type FindingCode, SEVERITY, type Severity } from './document/findingCode.js';
export { documentJsonSchema } from './document/jsonSchema.js';
export type { ClinicDocumentInput } from './document/reader/documentRecord.js';
export { parseDocument } from './document/reader/parseDocument.js';
export type { NamedService } from './document/serviceText.js';
export { describeExplanation } from './explain/describe.js';
export { type Explainable, type Explanation, explain, type Obstacle } from './explain/explain.js';
export {
  type CheckedCalendar,
  type ComputedDocument,
  computeDocument,
} from './findings/computeDocument.js';
export type { Finding } from './findings/finding.js';
export { describeInferenceNote, type InferenceNote } from './infer/inferenceNote.js';
export { type InferredCalendar, inferSchedules } from './infer/inferSchedules.js';
export type { ShownCalendar, ShownService, ShownSlot } from './infer/shownCalendar.js';
export {
  type DryRun,
  type DryRunError,
  type DryRunOptions,
  describeDryRunError,
  dryRun,
} from './output/dryRun.js';
export { type CheckOutput, checkOutput, type FindingOutput } from './output/findings.js';
export type { HorizonOutput } from './output/horizon.js';
export { type ChangesOutput, changesOutput, type PlanOutput, planOutput } from './output/plan.js';
export {
  type CalendarPreview,
  calendarPreview,
  type PreviewOutput,
  previewOutput,
  type SlotOutput,
} from './output/preview.js';
export { type EngineError, unwrap } from './output/unwrap.js';
export { type KnownCalendar, NOTHING_KNOWN } from './plan/known.js';
export type { PlanRisk } from './plan/risk.js';
export type { Step, SyncPlan } from './plan/step.js';
export { syncPlan } from './plan/syncPlan.js';
export type { DateOrTime, Recurring } from './recurrence/event.js';
export type { Frequency, RecurrenceRule, Until, WeekdayPart } from './recurrence/rule.js';
export type { NumberRange, RuleError } from './recurrence/ruleError.js';
export { addDays, formatDate } from './time/date.js';
export { instantFormatter } from './time/formatter.js';
export {
  type DateSpan,
  dateSpans,
  describeHorizonError,
  type Horizon,
  type HorizonError,
  lastDateWithinReach,
  parseHorizon,
} from './time/horizon.js';
export {
  describeInvalidTime,
  type InvalidTime,
  type InvalidTimeReason,
} from './time/invalidTime.js';
export {
  formatUtc,
  instantFrom,
  type Moment,
  parseDate,
  parseInstant,
  parseMoment,
} from './time/iso.js';
export type { Instant, LocalDate, Minutes, Unit, WallTime } from './time/units.js';
export { type Placed, type Zone, zoneOf } from './time/zone.js';
export { type UnknownZone, type ZoneId, zoneId } from './time/zoneId.js';
