import type { RecurrenceRule } from '../recurrence/rule.js';
import type { Moment } from '../time/iso.js';
import type { LocalDate, Minutes, WallTime } from '../time/units.js';
import type { ZoneId } from '../time/zoneId.js';

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
}

/** One facility + doctor + address: the unit that Docplanner keeps slots, breaks and bookings for. */
export interface Calendar {
  readonly id: CalendarId;
  readonly facilityId: string;
  readonly doctorId: string;
  readonly addressId: string;
  readonly timezone: ZoneId;
  readonly services: readonly Service[];
  readonly schedules: readonly Schedule[];
  readonly overrides: readonly Override[];
  /** The document's closures and then the calendar's own. */
  readonly closures: readonly Closure[];
  readonly breaks: readonly Break[];
  readonly bookings: readonly Booking[];
}

export interface Service {
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
}

/** EXDATE, RDATE: every occurrence that starts on a date, or one that starts at a local time. */
export type DateOrTime =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'time'; readonly wall: WallTime };

/** An event template: its first occurrence and how it recurs. Recurring ones have local times. */
export interface Recurring {
  readonly start: Moment;
  readonly end: Moment;
  readonly rrule: RecurrenceRule | undefined;
  readonly exdates: readonly DateOrTime[];
  readonly rdates: readonly DateOrTime[];
}

export interface Schedule extends Recurring {
  readonly id: string;
  /** In the calendar's order of services. */
  readonly offers: readonly Offer[];
  readonly insurance: Insurance | undefined;
}

/** The windows that a date has instead of those that the schedules give it. */
export interface Override {
  readonly date: LocalDate;
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

/** No availability on these dates, `from` through `through`. */
export interface Closure {
  readonly from: LocalDate;
  readonly through: LocalDate;
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
