export { type AcceptanceOptions, acceptance } from './acceptance.js';
export { type BookingOptions, booking } from './booking.js';
export { type BreakOptions, calendarBreak, publish } from './break.js';
export { type CalendarOptions, calendar } from './calendar.js';
export { closure } from './closure.js';
export {
  type ClinicCase,
  type ClinicCaseOptions,
  type ClinicOptions,
  clinicCase,
  clinicDocument,
} from './document.js';
export { type EventOptions, oneOffEvent, recurringEvent } from './event.js';
export { type HorizonOptions, type HorizonValues, horizon, readHorizon } from './horizon.js';
export type * from './input.js';
export { insurance } from './insurance.js';
export { type Violation, violations } from './invariants.js';
export { offers } from './offer.js';
export { type OverridesOptions, overrides } from './override.js';
export { type RuleOptions, recurrenceRule } from './rule.js';
export { type ScheduleOptions, schedule } from './schedule.js';
export { type ServicesOptions, services } from './service.js';
export type { Setting } from './setting.js';
export { appointmentLength, minuteOfDay, windowLength } from './timeOfDay.js';
export { interestingDates, ODD_ZONES, zoneName } from './zone.js';
