import type { FindingCode } from '../document/findingCode.js';

/**
 * A clinic document as people write it, before parsing: times are texts, defaults may be left out.
 * The arbitraries of this folder build these.
 */
export interface ClinicInput {
  readonly version: 1;
  readonly timezone: string;
  readonly closures?: readonly ClosureInput[];
  readonly accept?: readonly AcceptanceInput[];
  readonly retired?: readonly AddressInput[];
  readonly calendars: readonly CalendarInput[];
}

/** A calendar's place at Docplanner. */
export interface AddressInput {
  readonly facilityId: string;
  readonly doctorId: string;
  readonly addressId: string;
}

export interface CalendarInput extends AddressInput {
  readonly id: string;
  readonly timezone?: string;
  readonly services: readonly ServiceInput[];
  readonly schedules: readonly ScheduleInput[];
  readonly overrides?: readonly OverrideInput[];
  readonly closures?: readonly ClosureInput[];
  readonly breaks?: readonly BreakInput[];
  readonly bookings?: readonly BookingInput[];
  readonly accept?: readonly AcceptanceInput[];
}

/** Findings that are accepted, until a date such as `2026-12-31`. */
export interface AcceptanceInput {
  readonly code: FindingCode;
  readonly ids?: readonly string[];
  readonly reason: string;
  readonly until?: string;
}

export interface ServiceInput {
  /** By default the addressServiceId. */
  readonly id?: string;
  readonly addressServiceId: string;
  readonly name?: string;
  /** Minutes. */
  readonly duration: number;
  /** Minutes. */
  readonly bufferAfter?: number;
}

/** A service by its id, or with another duration (minutes) than its own. */
export type OfferInput =
  | string
  | { readonly service: string; readonly duration?: number }
  | { readonly addressServiceId: string; readonly duration?: number };

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
  readonly start: string;
  readonly end: string;
  readonly rrule?: string;
  readonly exdates?: readonly string[];
  readonly rdates?: readonly string[];
}

export interface ScheduleInput extends EventInput {
  readonly id: string;
  readonly services?: readonly OfferInput[];
  readonly insurance?: InsuranceInput;
}

/** One date, or the dates `from` through `through`. */
export type DatesInput =
  | { readonly date: string }
  | { readonly from: string; readonly through: string };

export type OverrideInput = DatesInput & { readonly windows: readonly WindowInput[] };

/** Times of day such as `09:00`; the end may be `24:00`. */
export interface WindowInput {
  readonly start: string;
  readonly end: string;
  readonly services?: readonly OfferInput[];
  readonly insurance?: InsuranceInput;
}

export type ClosureInput =
  | {
      readonly date: string;
      readonly rrule?: string;
      /** Dates. */
      readonly exdates?: readonly string[];
      readonly rdates?: readonly string[];
      readonly reason?: string;
    }
  | { readonly from: string; readonly through: string; readonly reason?: string };

export type PublishInput = 'carve' | 'break' | 'none';

export interface BreakInput extends EventInput {
  readonly id: string;
  readonly description?: string;
  readonly publish?: PublishInput;
}

export interface BookingInput {
  readonly id: string;
  readonly start: string;
  readonly end?: string;
  /** Minutes; a booking has this or `end`. */
  readonly duration?: number;
  /** A service by its id. */
  readonly service?: string;
  /** Another name of `service`; a booking has at most one of them. */
  readonly addressServiceId?: string;
  readonly status?: 'booked' | 'canceled';
  readonly publish?: PublishInput;
}

/** What is asked of a document: dates `from` through `through`, at the instant `now`. */
export interface HorizonInput {
  readonly now: string;
  readonly from: string;
  readonly through: string;
}
