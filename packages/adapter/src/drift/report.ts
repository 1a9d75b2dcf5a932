import type { Party } from '../wire/bookings.js';

/**
 * How Docplanner differs from a clinic document, version 1: plain JSON, nothing about patients. Only what a
 * patient can still book or attend is compared: from `now` to the end of each calendar's horizon.
 */
export interface DriftReport {
  /** Of the format. */
  readonly version: 1;
  /** What is over then is not compared: `2026-10-01T08:00:00Z`. */
  readonly now: string;
  /** True if any calendar has drifted. */
  readonly drift: boolean;
  /** In the document's order, those without drift too. */
  readonly calendars: readonly CalendarDrift[];
}

/** How one calendar differs. Moments carry the offset of the calendar's zone: `2026-10-05T09:00:00+02:00`. */
export interface CalendarDrift {
  /** The calendar's id in the document. */
  readonly id: string;
  /** True if anything is listed below. */
  readonly drift: boolean;
  /** Dates on which the slots differ, in order; others are not listed. */
  readonly dates: readonly DateDrift[];
  /** Breaks that are not over and that one side alone has. */
  readonly breaks: BreaksDrift;
  /** Bookings that are not over and that one side alone has as active. */
  readonly bookings: BookingsDrift;
  /** The calendar could not be read or compared, nothing is known of it; never quotes an answer but its message. */
  readonly error?: { readonly type: string; readonly message: string };
}

/** How the slots of a local date differ; each list by start, services in the calendar's order. */
export interface DateDrift {
  /** `2026-10-05` */
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

/** A start, and the services that one side alone offers at it. */
export interface SlotDrift {
  /** `2026-10-05T09:00:00+02:00` */
  readonly start: string;
  /** Empty where Docplanner does not tell what can be booked. */
  readonly addressServiceIds: readonly string[];
}

/** The same with what explains it. */
export interface ExplainedSlotDrift extends SlotDrift {
  /** Every break and booking that lies on visits at this start; never empty. */
  readonly by: readonly Cause[];
}

/** A break or a booking that one side alone has. */
export interface Cause {
  /** Which of them it is. */
  readonly type: 'break' | 'booking';
  /** Docplanner's in `hidden`, the document's in `freed`. */
  readonly id: string;
}

/** Breaks that one side alone has. */
export interface BreaksDrift {
  /** To be sent, but not there; `id` is the document's. */
  readonly missing: readonly BreakDrift[];
  /** There, but not in the document; `id` is Docplanner's. */
  readonly unknown: readonly BreakDrift[];
}

/** A break that one side alone has. */
export interface BreakDrift {
  /** Of the side that has it. */
  readonly id: string;
  /** Its start: `2026-10-05T13:00:00+02:00`. */
  readonly since: string;
  /** Its end in that form. */
  readonly till: string;
  /** What is written with it; empty where nothing is. */
  readonly description: string;
}

/** Active bookings that one side alone has; nothing about patients. */
export interface BookingsDrift {
  /** Active there, but not in the document, by neither id nor equal time and service. */
  readonly unknown: readonly (BookingDrift & { readonly bookedBy: Party })[];
  /** In the document as known to Docplanner (`publish: none`), which has no such active booking. */
  readonly gone: readonly (BookingDrift & {
    /** What Docplanner has of that id: a canceled booking, none, or one at another time. */
    readonly there: 'canceled' | 'nothing' | 'another-time';
  })[];
}

/** A booking that one side alone has as active. */
export interface BookingDrift {
  /** Of the side that has it. */
  readonly id: string;
  /** `2026-10-05T09:00:00+02:00` */
  readonly start: string;
  /** In that form. */
  readonly end: string;
  /** Docplanner's id of the service; absent where the booking names none. */
  readonly addressServiceId?: string;
}
