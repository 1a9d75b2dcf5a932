import type { Party } from '../wire/bookings.js';

/**
 * How Docplanner differs from a clinic document, version 1: plain JSON, nothing about patients. Only what a
 * patient can still book or attend is compared: from `now` to the end of each calendar's horizon.
 */
export interface DriftReport {
  readonly version: 1;
  /** `2026-10-01T08:00:00Z` */
  readonly now: string;
  /** True if any calendar has drifted. */
  readonly drift: boolean;
  readonly calendars: readonly CalendarDrift[];
}

/** How one calendar differs. Moments carry the offset of the calendar's zone: `2026-10-05T09:00:00+02:00`. */
export interface CalendarDrift {
  readonly id: string;
  /** True if anything is listed below. */
  readonly drift: boolean;
  /** Dates on which the slots differ, in order; others are not listed. */
  readonly dates: readonly DateDrift[];
  readonly breaks: BreaksDrift;
  readonly bookings: BookingsDrift;
  /** The calendar could not be read or compared, nothing is known of it; never quotes an answer but its message. */
  readonly error?: { readonly type: string; readonly message: string };
}

/** How the slots of a local date differ; each list by start, services in the calendar's order. */
export interface DateDrift {
  readonly date: string;
  /** The document offers them, Docplanner does not show them, and nothing listed below is why. */
  readonly missing: readonly SlotDrift[];
  /** The same, but unknown bookings or breaks lie on them: `by` are their ids at Docplanner. */
  readonly hidden: readonly ExplainedSlotDrift[];
  /** Docplanner shows them, the document does not offer them: patients can book there. */
  readonly extra: readonly SlotDrift[];
  /** The same, but only because breaks are missing or bookings gone: `by` are their ids in the document. */
  readonly freed: readonly ExplainedSlotDrift[];
  /** Both have the start, but not for the same services: those that Docplanner lacks, and has too many. */
  readonly services: readonly {
    readonly start: string;
    readonly missing: readonly string[];
    readonly extra: readonly string[];
  }[];
}

export interface SlotDrift {
  readonly start: string;
  /** Empty where Docplanner does not tell what can be booked. */
  readonly addressServiceIds: readonly string[];
}

export interface ExplainedSlotDrift extends SlotDrift {
  readonly by: readonly Cause[];
}

export interface Cause {
  readonly type: 'break' | 'booking';
  readonly id: string;
}

export interface BreaksDrift {
  /** To be sent, but not there; `id` is the document's. */
  readonly missing: readonly BreakDrift[];
  /** There, but not in the document; `id` is Docplanner's. */
  readonly unknown: readonly BreakDrift[];
}

export interface BreakDrift {
  readonly id: string;
  readonly since: string;
  readonly till: string;
  readonly description: string;
}

export interface BookingsDrift {
  /** Active there, but not in the document, by neither id nor equal time and service. */
  readonly unknown: readonly (BookingDrift & { readonly bookedBy: Party })[];
  /** In the document as known to Docplanner (`publish: none`), which has no such active booking. */
  readonly gone: readonly (BookingDrift & {
    /** What Docplanner has of that id: a canceled booking, none, or one at another time. */
    readonly there: 'canceled' | 'nothing' | 'another-time';
  })[];
}

export interface BookingDrift {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly addressServiceId?: string;
}
