import type { Recurring } from '../recurrence/event.js';
import type { RecurrenceRule } from '../recurrence/rule.js';
import type { Moment } from '../time/iso.js';
import type { LocalDate, Minutes } from '../time/units.js';
import type { ZoneId } from '../time/zoneId.js';
import type { CalendarAddress } from './address.js';
import type { FindingCode } from './findingCode.js';

declare const idBrand: unique symbol;
type Id<Name extends string> = string & { readonly [idBrand]: Name };

/** A calendar's id in its document. */
export type CalendarId = Id<'Calendar'>;
/** Docplanner's id of a service at one address. */
export type AddressServiceId = Id<'AddressService'>;

/** A clinic document after parsing: defaults filled in, references checked, times read. */
export interface ClinicDocument {
  readonly version: 1;
  readonly timezone: ZoneId;
  readonly calendars: readonly Calendar[];
  /** Findings of any calendar that the clinic has looked at. */
  readonly accept: readonly Acceptance[];
  /** Places of earlier documents, to be cleared. */
  readonly retired: readonly CalendarAddress[];
}

/** Findings that the clinic has looked at: they are listed, and stop nothing. */
export interface Acceptance {
  readonly code: FindingCode;
  /** Accepted are findings whose ids contain all of these. */
  readonly ids: readonly string[];
  readonly reason: string;
  /** The last local date of `now` on which it holds; undefined: for ever. */
  readonly until: LocalDate | undefined;
}

/** One facility + doctor + address: the unit that Docplanner keeps slots, breaks and bookings for. */
export interface Calendar extends CalendarAddress {
  readonly id: CalendarId;
  readonly timezone: ZoneId;
  readonly services: readonly Service[];
  readonly schedules: readonly Schedule[];
  readonly overrides: readonly Override[];
  /** The document's closures and then the calendar's own. */
  readonly closures: readonly Closure[];
  readonly breaks: readonly Break[];
  readonly bookings: readonly Booking[];
  /** Findings of this calendar that the clinic has looked at. */
  readonly accept: readonly Acceptance[];
}

export interface Service {
  /** What schedules, bookings and findings call it: by default the addressServiceId. */
  readonly id: string;
  readonly addressServiceId: AddressServiceId;
  readonly name: string | undefined;
  readonly duration: Minutes;
  /** Added to the duration in what is published. */
  readonly bufferAfter: Minutes;
}

/** A service as a schedule offers it, with the duration that it has there, buffer not included. */
export interface Offer {
  readonly addressServiceId: AddressServiceId;
  readonly duration: Minutes;
}

export type InsuranceAccepted =
  | 'with-and-without-insurance'
  | 'without-insurance-only'
  | 'with-insurance-only';

export interface Insurance {
  readonly accepted: InsuranceAccepted;
  readonly providers: readonly number[];
  /** Ids of insurance plans; sent only where there are any. */
  readonly plans: readonly number[];
}

export interface Schedule extends Recurring {
  readonly id: string;
  /** In the calendar's order of services. */
  readonly offers: readonly Offer[];
  readonly insurance: Insurance | undefined;
}

/** The windows that each of some dates has instead of those that the schedules start on it. */
export interface Override {
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly windows: readonly OverrideWindow[];
}

export interface OverrideWindow {
  /** Minutes since midnight. */
  readonly start: number;
  /** Minutes since midnight, at most 1440. */
  readonly end: number;
  readonly offers: readonly Offer[];
  readonly insurance: Insurance | undefined;
}

/**
 * No availability on the dates `from` through `through`, or on every date that a rule gives; then both are
 * its first date. All of it in dates: a rule's UNTIL is compared with 00:00 of the date.
 */
export interface Closure {
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly rrule: RecurrenceRule | undefined;
  readonly exdates: readonly LocalDate[];
  readonly rdates: readonly LocalDate[];
  readonly reason: string | undefined;
}

/** How blocked time reaches Docplanner: cut out of the work periods, as a break, or not at all. */
export type Publish = 'carve' | 'break' | 'none';

export interface Break extends Recurring {
  readonly id: string;
  /** Defaults to the id. */
  readonly description: string;
  readonly publish: Publish;
}

export interface Booking {
  readonly id: string;
  readonly start: Moment;
  /** Where the booking gives a duration, the end is that many minutes after the start. */
  readonly end: Moment | { readonly kind: 'duration'; readonly duration: Minutes };
  /** Need not be one of the calendar's: a booking may outlive a service. */
  readonly addressServiceId: AddressServiceId | undefined;
  readonly status: 'booked' | 'canceled';
  readonly publish: Publish;
}
