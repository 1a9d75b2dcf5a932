import type { KnownBreak } from './known.js';
import type { SlotsRequest } from './slots/requests.js';

/** The body of one POST …/breaks. */
export interface BreakRequest {
  /** When it begins, with offset. */
  readonly since: string;
  /** When it ends, with offset. */
  readonly till: string;
  /** What it is called at Docplanner. */
  readonly description: string;
}

/** One write call, and what it changes. */
export type Step =
  | {
      readonly type: 'create-break';
      /** The id of the document's break or booking. */
      readonly source: string;
      readonly body: BreakRequest;
    }
  | {
      readonly type: 'move-break';
      readonly known: KnownBreak;
      readonly body: Omit<BreakRequest, 'description'>;
    }
  | {
      readonly type: 'replace-slots';
      /** The local dates that the body carries, each whole. */
      readonly dates: readonly string[];
      readonly body: SlotsRequest;
    }
  | { readonly type: 'delete-break'; readonly known: KnownBreak };

/** The slots that patients must see on a date once the steps are done, and nothing booked meanwhile. */
export interface ExpectedDate {
  /** `2026-10-05` */
  readonly date: string;
  /** The first instant of the date and of the next one, with offset. */
  readonly start: string;
  /** The first instant of the next date, with offset. */
  readonly end: string;
  /** By start. */
  readonly slots: readonly {
    readonly start: string;
    readonly addressServiceIds: readonly string[];
  }[];
}

/**
 * The write calls that take a calendar from what is published to what its document says, in an order
 * that is safe to stop anywhere: breaks are created or extended first, then slots are replaced, then
 * breaks are shrunk or deleted. No steps: nothing has changed.
 */
export interface SyncPlan {
  /** The calendar's id in the document. */
  readonly calendar: string;
  /** Docplanner's id of the facility. */
  readonly facilityId: string;
  /** Docplanner's id of the doctor. */
  readonly doctorId: string;
  /** Docplanner's id of the address. */
  readonly addressId: string;
  /** IANA name. */
  readonly timezone: string;
  /** To be made in this order. */
  readonly steps: readonly Step[];
  /** For the dates whose slots or breaks change. */
  readonly expected: readonly ExpectedDate[];
}
