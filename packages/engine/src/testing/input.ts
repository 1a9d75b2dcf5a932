import type { FindingCode } from '../document/findingCode.js';

/**
 * A clinic document as people write it, before parsing: times are texts, defaults may be left out.
 * The arbitraries of this folder build these.
 */
export interface ClinicInput {
  /** Of the format. */
  readonly version: 1;
  /** The IANA zone of calendars that have none of their own. */
  readonly timezone: string;
  /** Dates on which no calendar has availability. */
  readonly closures?: readonly ClosureInput[];
  /** Findings of any calendar that the clinic has looked at. */
  readonly accept?: readonly AcceptanceInput[];
  /** Places of calendars of earlier documents, to be cleared; none of `calendars`. */
  readonly retired?: readonly AddressInput[];
  /** Empty only where some are retired. */
  readonly calendars: readonly CalendarInput[];
}

/** A calendar's place at Docplanner. */
export interface AddressInput {
  /** Docplanner's id of the facility. */
  readonly facilityId: string;
  /** Docplanner's id of the doctor. */
  readonly doctorId: string;
  /** Docplanner's id of the address. */
  readonly addressId: string;
}

/** One facility, doctor and address: what can be booked there, and when. */
export interface CalendarInput extends AddressInput {
  /** Unique in the document. */
  readonly id: string;
  /** An IANA zone; by default the document's. */
  readonly timezone?: string;
  /** What can be booked, in the order of preference; at least one. */
  readonly services: readonly ServiceInput[];
  /** Opening hours. */
  readonly schedules: readonly ScheduleInput[];
  /** Dates with windows of their own. */
  readonly overrides?: readonly OverrideInput[];
  /** Dates without availability, beside the document's. */
  readonly closures?: readonly ClosureInput[];
  /** Time that cannot be booked. */
  readonly breaks?: readonly BreakInput[];
  /** Appointments, canceled ones too. */
  readonly bookings?: readonly BookingInput[];
  /** Findings of this calendar that the clinic has looked at. */
  readonly accept?: readonly AcceptanceInput[];
}

/** Findings that are accepted, until a date such as `2026-12-31`. */
export interface AcceptanceInput {
  /** The kind of finding. */
  readonly code: FindingCode;
  /** Only findings with all of these ids; at least one where the code is an error. */
  readonly ids?: readonly string[];
  /** Listed with the findings. */
  readonly reason: string;
  /** The last local date on which it holds; for ever if left out. */
  readonly until?: string;
}

/** What patients book at one address. */
export interface ServiceInput {
  /** What the rest of the document calls it; by default the addressServiceId. */
  readonly id?: string;
  /** Docplanner's id of it at this address. */
  readonly addressServiceId: string;
  /** For people. */
  readonly name?: string;
  /** Minutes of a visit, 1 to 1440. */
  readonly duration: number;
  /** Minutes after a visit, published as part of its duration; 0 if left out. */
  readonly bufferAfter?: number;
}

/** A service by its id, or with another duration (minutes) than its own. */
export type OfferInput =
  | string
  | { readonly service: string; readonly duration?: number }
  | { readonly addressServiceId: string; readonly duration?: number };

/**
 * Which patients can book, by Docplanner's ids of insurance providers and their plans. With insurance only
 * there has to be a provider, without insurance there is none (Docplanner API, section 9.2).
 */
export type InsuranceInput =
  | {
      readonly accepted: 'with-insurance-only';
      readonly providers: readonly number[];
      readonly plans?: readonly number[];
    }
  | {
      readonly accepted: 'with-and-without-insurance';
      readonly providers?: readonly number[];
      readonly plans?: readonly number[];
    }
  | { readonly accepted: 'without-insurance-only' };

/** First occurrence and recurrence of a schedule or break. */
export interface EventInput {
  /** Local, `2026-10-05T09:00`; without `rrule` it may carry an offset. */
  readonly start: string;
  /** After the start, in any form that it may have; may be on a later date. */
  readonly end: string;
  /** The value of an RFC 5545 RRULE. */
  readonly rrule?: string;
  /** Local dates, or local times of starts, without an occurrence. */
  readonly exdates?: readonly string[];
  /** More local dates with an occurrence at the same time of day, or more local times of starts. */
  readonly rdates?: readonly string[];
}

/** Opening hours: every occurrence is a window in which its services can be booked. */
export interface ScheduleInput extends EventInput {
  /** Unique among the calendar's schedules. */
  readonly id: string;
  /** By default all of the calendar's. */
  readonly services?: readonly OfferInput[];
  /** If left out, nothing is said about insurance. */
  readonly insurance?: InsuranceInput;
}

/** One date, or the dates `from` through `through`. */
export type DatesInput =
  | { readonly date: string }
  | { readonly from: string; readonly through: string };

/** Dates whose windows replace those that the schedules start on them; no window is closed. */
export type OverrideInput = DatesInput & { readonly windows: readonly WindowInput[] };

/** Times of day such as `09:00`; the end may be `24:00`. */
export interface WindowInput {
  /** From `00:00` to `23:59`, by the calendar's clock. */
  readonly start: string;
  /** After the start, at most `24:00`. */
  readonly end: string;
  /** By default all of the calendar's. */
  readonly services?: readonly OfferInput[];
  /** If left out, nothing is said about insurance. */
  readonly insurance?: InsuranceInput;
}

/** No availability on one local date, which may recur, or on the dates `from` through `through`. */
export type ClosureInput =
  | {
      readonly date: string;
      readonly rrule?: string;
      /** Dates of the rule that are open. */
      readonly exdates?: readonly string[];
      /** Further closed dates. */
      readonly rdates?: readonly string[];
      readonly reason?: string;
    }
  | { readonly from: string; readonly through: string; readonly reason?: string };

/**
 * How blocked time reaches Docplanner: cut out of the work periods, sent as a break, or not at all because it is
 * known there.
 */
export type PublishInput = 'carve' | 'break' | 'none';

/** Time in which nothing can be booked. */
export interface BreakInput extends EventInput {
  /** Unique among the calendar's breaks. */
  readonly id: string;
  /** What Docplanner shows the doctor with it; by default the id. */
  readonly description?: string;
  /** By default `carve` with a rule, `break` without. */
  readonly publish?: PublishInput;
}

/** An appointment; it never says whose. */
export interface BookingInput {
  /** Unique among the calendar's bookings. */
  readonly id: string;
  /** Local to the calendar's zone, `2026-11-10T09:30`, or with an offset. */
  readonly start: string;
  /** After the start, in either form; a booking has this or `duration`. */
  readonly end?: string;
  /** Minutes, 1 to 1440; a booking has this or `end`. */
  readonly duration?: number;
  /** A service by its id. */
  readonly service?: string;
  /** Another name of `service`; a booking has at most one of them. */
  readonly addressServiceId?: string;
  /** By default `booked`; a canceled booking blocks nothing. */
  readonly status?: 'booked' | 'canceled';
  /** By default `carve`. */
  readonly publish?: PublishInput;
}

/** What is asked of a document: dates `from` through `through`, at the instant `now`. */
export interface HorizonInput {
  /** With its offset, in whole minutes: `2026-10-20T08:00:00Z`. */
  readonly now: string;
  /** The first local date: `2026-10-22`. */
  readonly from: string;
  /** The last local date, included. */
  readonly through: string;
}
