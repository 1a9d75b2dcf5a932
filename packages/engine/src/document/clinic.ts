import type { Recurring } from '../recurrence/event.js';
import type { RecurrenceRule } from '../recurrence/rule.js';
import type { Instant, LocalDate, Minutes } from '../time/units.js';
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
  /** Of the calendars that have none of their own. */
  readonly timezone: ZoneId;
  /** None only where some are retired. */
  readonly calendars: readonly Calendar[];
  /** Findings of any calendar that the clinic has looked at. */
  readonly accept: readonly Acceptance[];
  /** Places of calendars of earlier documents, to be cleared; none of `calendars`. */
  readonly retired: readonly CalendarAddress[];
}

/** Findings that the clinic has looked at: they are listed, and stop nothing. */
export interface Acceptance {
  /** The kind of finding. */
  readonly code: FindingCode;
  /** Accepted are findings whose ids contain all of these; never empty where the code is an error. */
  readonly ids: readonly string[];
  /** For people: it is listed with the findings. */
  readonly reason: string;
  /** The last local date of `now` on which it holds; undefined: for ever. */
  readonly until: LocalDate | undefined;
}

/** One facility + doctor + address: the unit that Docplanner keeps slots, breaks and bookings for. */
export interface Calendar extends CalendarAddress {
  /** Unique in the document. */
  readonly id: CalendarId;
  /** By default the document's. */
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

/** What patients book at one address. */
export interface Service {
  /** What schedules, bookings and findings call it: by default the addressServiceId. */
  readonly id: string;
  /** Docplanner's id of it. */
  readonly addressServiceId: AddressServiceId;
  /** For people. */
  readonly name: string | undefined;
  /** Without the buffer, 1 to 1440. */
  readonly duration: Minutes;
  /** 0 if the document names none. Added to the duration in what is published. */
  readonly bufferAfter: Minutes;
}

/** A service as a schedule offers it, with the duration that it has there, buffer not included. */
export interface Offer {
  /** Which service. */
  readonly addressServiceId: AddressServiceId;
  /** Minutes of a visit. */
  readonly duration: Minutes;
}

/** Whether patients come with an insurance: Docplanner's words. */
export type InsuranceAccepted =
  | 'with-and-without-insurance'
  | 'without-insurance-only'
  | 'with-insurance-only';

/** Who can book, by insurance. A schedule or window that says nothing of it has none. */
export interface Insurance {
  /** Which patients may book. */
  readonly accepted: InsuranceAccepted;
  /** Docplanner's ids of insurance providers, in the document's order; none with `without-insurance-only`. */
  readonly providers: readonly number[];
  /** Ids of insurance plans; sent only where there are any. */
  readonly plans: readonly number[];
}

/** Opening hours: every occurrence is a window in which its offers can be booked. */
export interface Schedule extends Recurring {
  /** Unique among the calendar's schedules. */
  readonly id: string;
  /** In the calendar's order of services; by default all of them, each with its own duration. */
  readonly offers: readonly Offer[];
  /** Undefined: nothing is said about insurance. */
  readonly insurance: Insurance | undefined;
}

/** The windows that each of some dates has instead of those that the schedules start on it. */
export interface Override {
  /** The first date. */
  readonly from: LocalDate;
  /** The same date as `from` for an override of one date. */
  readonly through: LocalDate;
  /** None: closed. */
  readonly windows: readonly OverrideWindow[];
}

/** A window of an override, in the wall clock of its date. */
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

/** Time in which nothing can be booked. */
export interface Break extends Recurring {
  /** Unique among the calendar's breaks. */
  readonly id: string;
  /** What Docplanner shows with the break; defaults to the id. */
  readonly description: string;
  /** Defaults to `carve` with a rule, and to `break` without. */
  readonly publish: Publish;
}

/** An appointment; it never says whose. */
export interface Booking {
  /** Unique among the calendar's bookings. */
  readonly id: string;
  /** When it begins; after a gap in local time, if it starts in one. */
  readonly start: Instant;
  /** When it is over, without any buffer; not after the start if a gap in local time swallows it. */
  readonly end: Instant;
  /** What Docplanner calls the service; need not be one of the calendar's, as a booking may outlive it. */
  readonly addressServiceId: AddressServiceId | undefined;
  /** Defaults to `booked`; a canceled booking blocks nothing. */
  readonly status: 'booked' | 'canceled';
  /** Defaults to `carve`. */
  readonly publish: Publish;
}
