export type { Blocked } from './availability/blocked.js';
export {
  type DateSpan,
  describeHorizonError,
  type Horizon,
  type HorizonError,
  lastDateWithinReach,
  parseHorizon,
} from './availability/horizon.js';
export type { HorizonOutput } from './availability/output.js';
export type { PublishedService } from './availability/template.js';
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
export type { Configuration, WorkPeriod } from './periods/configuration.js';
export { publishedPeriods } from './periods/published.js';
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
export { instantFormatter } from './time/formatter.js';
export {
  formatDate,
  formatUtc,
  type InvalidTime,
  type Moment,
  parseDate,
  parseInstant,
  parseMoment,
} from './time/iso.js';
export type { Instant, LocalDate, Minutes, WallTime } from './time/units.js';
export { type Placed, type UnknownZone, type Zone, type ZoneId, zoneId, zoneOf } from './time/zone.js';
