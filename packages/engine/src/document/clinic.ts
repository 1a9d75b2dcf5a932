import type { Recurring } from '../recurrence/event.js';
import type { RecurrenceRule } from '../recurrence/rule.js';
import type { Moment } from '../time/iso.js';
import type { LocalDate, Minutes } from '../time/units.js';
import type { ZoneId } from '../time/zoneId.js';
import type { CalendarAddress } from './address.js';
import type { FindingCode } from './findingCode.js';

declare const idBrand: unique symbol;
/** A text that says what it names, so that ids of different things cannot be mixed up. */
export type Id<Name extends string> = string & { readonly [idBrand]: Name };

/** A calendar's id in its document. */
export type CalendarId = Id<'Calendar'>;
/** Docplanner's id of a service at one address. */
export type AddressServiceId = Id<'AddressService'>;

/** A clinic document after parsing: defaults filled in, references checked, times read. */
export interface ClinicDocument {
  /** Of the format. */
  readonly version: 1;
  /** The zone of calendars that name none. */
  readonly timezone: ZoneId;
  /** In their order in the document. */
  readonly calendars: readonly Calendar[];
  /** Findings of any calendar that the clinic has looked at. */
  readonly accept: readonly Acceptance[];
  /** Places of earlier documents, to be cleared. */
  readonly retired: readonly CalendarAddress[];
}

/** Findings that the clinic has looked at: they are listed, and stop nothing. */
export interface Acceptance {
  /** The kind of finding. */
  readonly code: FindingCode;
  /** Accepted are findings whose ids contain all of these. */
  readonly ids: readonly string[];
  /** Why it is accepted, for people. */
  readonly reason: string;
  /** The last local date of `now` on which it holds; undefined: for ever. */
  readonly until: LocalDate | undefined;
}

/** One facility + doctor + address: the unit that Docplanner keeps slots, breaks and bookings for. */
export interface Calendar extends CalendarAddress {
  /** Unique in the document. */
  readonly id: CalendarId;
  /** Its local times are of this zone. */
  readonly timezone: ZoneId;
  /** What can be booked at this address. */
  readonly services: readonly Service[];
  /** When it can be booked. */
  readonly schedules: readonly Schedule[];
  /** Dates with windows of their own. */
  readonly overrides: readonly Override[];
  /** The document's closures and then the calendar's own. */
  readonly closures: readonly Closure[];
  /** Time that cannot be booked. */
  readonly breaks: readonly Break[];
  /** Visits, canceled ones too. */
  readonly bookings: readonly Booking[];
  /** Findings of this calendar that the clinic has looked at. */
  readonly accept: readonly Acceptance[];
}

/** A service that can be booked at an address. */
export interface Service {
  /** What schedules, bookings and findings call it: by default the addressServiceId. */
  readonly id: string;
  /** Docplanner's id of it. */
  readonly addressServiceId: AddressServiceId;
  /** For people. */
  readonly name: string | undefined;
  /** Minutes of a visit, buffer not included. */
  readonly duration: Minutes;
  /** Added to the duration in what is published. */
  readonly bufferAfter: Minutes;
}

/** A service as a schedule offers it, with the duration that it has there, buffer not included. */
export interface Offer {
  /** Which service. */
  readonly addressServiceId: AddressServiceId;
  /** Minutes of a visit. */
  readonly duration: Minutes;
}

/** Which patients may book, by how they pay. */
export type InsuranceAccepted =
  | 'with-and-without-insurance'
  | 'without-insurance-only'
  | 'with-insurance-only';

/** The insurance setting of a window. */
export interface Insurance {
  /** Which patients may book. */
  readonly accepted: InsuranceAccepted;
  /** Docplanner's ids of insurance providers. */
  readonly providers: readonly number[];
  /** Ids of insurance plans; sent only where there are any. */
  readonly plans: readonly number[];
}

/** Hours that recur, and what can be booked in them. */
export interface Schedule extends Recurring {
  /** Unique in the calendar. */
  readonly id: string;
  /** In the calendar's order of services. */
  readonly offers: readonly Offer[];
  /** Undefined: nothing is said about insurance. */
  readonly insurance: Insurance | undefined;
}

/** The windows that each of some dates has instead of those that the schedules start on it. */
export interface Override {
  /** The first date. */
  readonly from: LocalDate;
  /** The last date, included. */
  readonly through: LocalDate;
  /** Empty: closed. */
  readonly windows: readonly OverrideWindow[];
}

/** Hours of an overridden date. */
export interface OverrideWindow {
  /** Minutes since midnight. */
  readonly start: number;
  /** Minutes since midnight, at most 1440. */
  readonly end: number;
  /** In the calendar's order of services. */
  readonly offers: readonly Offer[];
  /** Undefined: nothing is said about insurance. */
  readonly insurance: Insurance | undefined;
}

/**
 * No availability on the dates `from` through `through`, or on every date that a rule gives; then both are
 * its first date. All of it in dates: a rule's UNTIL is compared with 00:00 of the date.
 */
export interface Closure {
  /** The first date. */
  readonly from: LocalDate;
  /** The last date, included. */
  readonly through: LocalDate;
  /** Undefined: it does not recur. */
  readonly rrule: RecurrenceRule | undefined;
  /** Dates that the rule gives and that are open. */
  readonly exdates: readonly LocalDate[];
  /** Further closed dates. */
  readonly rdates: readonly LocalDate[];
  /** For people. */
  readonly reason: string | undefined;
}

/** How blocked time reaches Docplanner: cut out of the work periods, as a break, or not at all. */
export type Publish = 'carve' | 'break' | 'none';

/** Time in which nobody can book, once or again and again. */
export interface Break extends Recurring {
  /** Unique in the calendar. */
  readonly id: string;
  /** Defaults to the id. */
  readonly description: string;
  /** How it reaches Docplanner. */
  readonly publish: Publish;
}

/** A visit that somebody booked. */
export interface Booking {
  /** Unique in the calendar. */
  readonly id: string;
  /** When it begins. */
  readonly start: Moment;
  /** Where the booking gives a duration, the end is that many minutes after the start. */
  readonly end: Moment | { readonly kind: 'duration'; readonly duration: Minutes };
  /** Need not be one of the calendar's: a booking may outlive a service. */
  readonly addressServiceId: AddressServiceId | undefined;
  /** A canceled one blocks nothing. */
  readonly status: 'booked' | 'canceled';
  /** How it reaches Docplanner. */
  readonly publish: Publish;
}
